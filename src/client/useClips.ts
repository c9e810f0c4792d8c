/** Voice notes and a film on their way to a ticket that exists. */
import { MAX_CLIPS } from '@/contract/shapes'
import type { Taken } from './drafts/drafts'
import { newKey } from './key'
import type { Side } from './session'
import { type OnItsWay, type Uploads, useUploads } from './useUploads'

export type ClipUpload = OnItsWay & { kind: 'voice' | 'video' }
export type ClipUploads = Omit<Uploads<ClipUpload>, 'add'> & { add: (taken: Taken) => void }

export function useClips(side: Side = 'citizen'): ClipUploads {
  const { add, ...clips } = useUploads<ClipUpload>(side, MAX_CLIPS)
  const take = ({ from, kind, seconds }: Taken) => {
    if (kind === 'photo') return
    const length = seconds === undefined ? {} : { seconds }
    add([{ key: newKey(), kind, path: from, ...length, state: 'sending', progress: 0 }])
  }
  return { ...clips, add: take }
}

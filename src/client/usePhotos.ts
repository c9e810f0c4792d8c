/** Photos on their way. */
import { useState } from 'react'
import { MAX_PHOTO_BYTES } from '@/contract/uploads'
import { failure } from './call'
import { type Chosen, choosePhotos } from './device'
import { newKey } from './key'
import type { Side } from './session'
import { type OnItsWay, type Uploads, useUploads } from './useUploads'
import type { WhyNot } from './whyNot'

export type Upload = OnItsWay & { bytes: number }
export type Photos = Omit<Uploads<Upload>, 'add'> & {
  pick: () => Promise<void>
  /** Why the last tap brought none. */
  none?: WhyNot
}

export function usePhotos(most: number, side: Side = 'citizen'): Photos {
  const { add, ...photos } = useUploads<Upload>(side, most)
  const [none, setNone] = useState<WhyNot>()
  const pick = async () => {
    const room = most - photos.uploads.length
    if (room <= 0) return
    const chosen = await choosePhotos(room)
    setNone(chosen.ok ? undefined : chosen.why)
    if (chosen.ok) add(chosen.value.slice(0, room).map(begin))
  }
  return { ...photos, pick, ...(none && { none }) }
}

function begin({ path, bytes }: Chosen): Upload {
  const upload: Upload = { key: newKey(), path, bytes, state: 'sending', progress: 0 }
  if (bytes <= MAX_PHOTO_BYTES) return upload
  return { ...upload, state: 'failed', message: failure('photo-large').message, retry: false }
}

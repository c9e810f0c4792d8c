import type { ClipName, Clips } from '@/server/ports'
import { nameOf } from '../files/clips'
import { readRecording } from '../files/recording'
import { type CloudStorage, cloudStorage } from './storage'

/**
 * Voice notes and films in the cloud's storage, which answers players that ask for parts. Their type is told by the ending of
 * their place. A film is in memory twice while it is taken over, for the SDK puts one buffer: docs/deploy-wechat.md says how much
 * memory the function needs.
 */
export function cloudClips(cloud: CloudStorage, prefix: string): Clips {
  const { keptAddresses, upload, remove } = cloudStorage(cloud, prefix)
  return {
    async put(sent, said, before) {
      const result = readRecording(sent, said)
      if (!result.ok) return result
      const { pieces, ...about } = result.recording
      const clip = { ...about, name: nameOf(pieces) }
      await before?.({ name: clip.name, type: clip.type })
      await upload(placeOf(clip), Buffer.concat(pieces))
      return { ok: true, clip }
    },

    async urls(clips, now) {
      const at = await keptAddresses(clips.map(placeOf), now.getTime())
      const addresses: Record<string, string> = {}
      for (const clip of clips) {
        const url = at.get(placeOf(clip))?.url
        if (url) addresses[clip.name] = url
      }
      return addresses
    },

    remove: (clip) => remove([placeOf(clip)]),
  }
}

const placeOf = ({ name, type }: ClipName) => `clips/${name.slice(0, 2)}/${name}.${type}`

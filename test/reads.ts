/** What a context reads with, for tests that build one by hand. */
import { openSearch } from '@/drivers/search'
import { readHtml } from '@/providers/html'
import type { Clips } from '@/server/ports'

/** Where no recording is kept. */
export const noClips: Clips = {
  put: async () => ({ ok: false, refusal: 'clip-type' }),
  urls: async () => ({}),
  remove: async () => undefined,
}
export const reads = { readHtml, search: openSearch([]), clips: noClips }

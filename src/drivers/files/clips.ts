import type { Clips } from '@/server/ports'

/** Voice notes and films in a folder. */
export const diskClips = async (_folder: string, _secret: string): Promise<Clips> => ({
  put: async () => ({ ok: false, refusal: 'clip-type' }),
  urls: async () => ({}),
  remove: async () => undefined,
})

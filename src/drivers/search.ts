import type { Search } from '@/server/ports'

export function openSearch(_synonyms: string[][]): Search {
  return { stamp: () => undefined, fill: () => undefined, find: () => ({ loose: false, ids: [] }) }
}

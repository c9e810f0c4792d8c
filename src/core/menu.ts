/** The number menu: one tree. What is wrong with one, and what lies under an entry. */
import type { MenuEntry } from './district'

export type MenuProblem =
  | { is: 'menu-twice'; number: number }
  /** It lies under one that is not there, or that is no group. */
  | { is: 'menu-parent'; entry: MenuEntry }
  | { is: 'menu-cycle'; entry: MenuEntry }
  /** Two with one id: no screen makes that. */
  | { is: 'malformed' }

/** The first thing that is wrong with a menu, or null. */
export function menuProblem(entries: readonly MenuEntry[]): MenuProblem | null {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  if (byId.size < entries.length) return { is: 'malformed' }
  const lost = entries.find(({ parent }) => parent !== undefined && byId.get(parent)?.opens !== 'group')
  if (lost) return { is: 'menu-parent', entry: lost }
  const circling = entries.find((entry) => leadsBack(entry, byId))
  if (circling) return { is: 'menu-cycle', entry: circling }
  const twice = entries.find((entry, index) =>
    entries.slice(0, index).some(({ parent, number }) => parent === entry.parent && number === entry.number),
  )
  return twice ? { is: 'menu-twice', number: twice.number } : null
}

/** The entries of one level, by number; without an id the categories. */
export const childrenOf = (entries: readonly MenuEntry[], id?: string): MenuEntry[] =>
  entries.filter(({ parent }) => parent === id).sort((a, b) => a.number - b.number)

/** Upwards from an entry one comes to it again. No way up is longer than there are entries. */
function leadsBack(entry: MenuEntry, byId: ReadonlyMap<string, MenuEntry>): boolean {
  let above = entry.parent
  for (let left = byId.size; above !== undefined && left > 0; left--) {
    if (above === entry.id) return true
    above = byId.get(above)?.parent
  }
  return false
}

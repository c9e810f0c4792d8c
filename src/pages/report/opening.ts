/** Which draft the form opens with. */
import type { Draft, Form } from '@/client/drafts/draft'
import { isEmpty } from '@/client/drafts/draft'
import { reportWords } from '@/ui/reportWords'
import { sayIn } from '@/ui/words'
import type { Opened } from './useOpened'

/** What the person came for. `asks`: an answer by somebody at the desk. */
export type Purpose = { about: string; spot: string; asks: boolean }

/** Where a filing fits no category. */
const OTHER = 'other'

/** The newest that was left unfinished, for the same purpose. */
export const unfinishedOf = (drafts: Draft[], purpose: Purpose): Draft | undefined =>
  drafts.find((draft) => draft.state === 'writing' && !isEmpty(draft) && isFor(draft.form, purpose))

function isFor({ about, spot, kind }: Form, purpose: Purpose): boolean {
  if ((about?.id ?? '') !== purpose.about || (spot?.id ?? '') !== purpose.spot) return false
  return !purpose.asks || kind === 'consult'
}

/** What stands in the form at first. A tip to an appeal is for the desk alone. */
export function startOf({ about, spot, categories }: Opened, purpose: Purpose): Partial<Form> {
  if (about?.tip) return { about, category: OTHER, kind: 'report', visibility: 'hidden' }
  if (about) return { about, category: OTHER, kind: 'consult' }
  if (purpose.asks) return { category: OTHER, kind: 'consult' }
  if (!purpose.spot) return {}
  return spot ? scanned(spot, categories) : { spot: { id: purpose.spot, name: numberOf(purpose.spot) } }
}

/** What a scanned code says of a filing. */
function scanned(spot: NonNullable<Opened['spot']>, categories: Opened['categories']): Partial<Form> {
  const category = categories.find(({ id }) => id === spot.category)
  return {
    spot: { id: spot.id, name: spot.name },
    place: { address: spot.address, ...(spot.point && { point: { ...spot.point, system: 'wgs84' } }) },
    ...(category && { category: category.id, kind: category.kind }),
  }
}

/** A code that was scanned without a network is looked up now: nothing that the person has written changes for it. */
export function lateSpot(form: Form, { spot, categories }: Opened): Partial<Form> | undefined {
  if (!spot || form.spot?.id !== spot.id || form.spot.name.zh !== numberOf(spot.id).zh) return undefined
  const { category, kind, place, ...named } = scanned(spot, categories)
  return {
    ...named,
    ...(place && !form.place.address && !form.place.point && { place }),
    ...(category && kind && !form.category && { category, kind }),
  }
}

/** Without a network a code is only its number: whoever files with it loses nothing, the server knows the rest. */
const numberOf = (id: string) => ({
  zh: sayIn('zh')(reportWords.spotNo, { id }),
  en: sayIn('en')(reportWords.spotNo, { id }),
})

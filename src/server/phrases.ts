/** Reply templates: kept for the district or for a unit, offered where something is written, and compared with what was. */
import { MOST_PHRASES, PHRASE_USES, type PhraseLine, type PhraseView } from '@/contract/phrases'
import { hasDuty, type Official } from '@/core/actor'
import { BEYOND, dayOf } from '@/core/deadline'
import type { ResultKind } from '@/core/kind'
import { asksSomething, closingWords, fill, isWellFormed, type Known, placeTold, toldBy } from '@/core/phrase'
import { type PhraseUse, slotsIn } from '@/core/slots'
import { isSpecific } from '@/core/specific'
import { type Command, may, type Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import type { Handlers } from './handle'
import { idOf } from './ids'
import { limit } from './limit'
import { Conflict, type Doc, MAX_PAGE, Missing, type Where } from './ports'
import { refuse } from './refuse'
import { veiled } from './veil'
import { unitOf } from './views'

/** `unit`: whose it is; DISTRICT where it is everybody's. `by`, `key`: who saved it last, and by which call. */
export type PhraseRecord = {
  unit: string
  title: string
  use: PhraseUse
  text: string
  categories?: string[]
  results?: ResultKind[]
  by: { id: string; name: string }
  key: string
  sample?: true
}
/** No unit has this id. */
const DISTRICT = ''
/** With texts of 400 characters, what fits into 20 KB on the mini program. */
const PAGE = 10

export const phrases: Pick<Handlers, 'phrases.list' | 'phrases.save' | 'phrases.remove'> = {
  async 'phrases.list'({ scope, after }, ctx) {
    const me = officialOf(ctx)
    const page = await ctx.store.find<PhraseRecord>('phrases', {
      where: { unit: ownerOf(scope, me) },
      by: 'title',
      limit: PAGE,
      ...(after && { after }),
    })
    return {
      items: page.items.map(phraseLine),
      ...(page.next && { next: page.next }),
      edits: mayKeep(ownerOf(scope, me), me),
      unit: unitOf(me.unit, ctx.district),
      categories: ctx.district.categories.map(({ id, name }) => ({ id, name })),
    }
  },

  async 'phrases.save'({ key, scope, known, phrase }, ctx) {
    const me = officialOf(ctx)
    const unit = ownerOf(scope, me)
    if (!mayKeep(unit, me)) return refuse('not-allowed')
    await limit('texts', me.id, ctx)
    const record = recordOf(phrase, { unit, key }, me, ctx)
    return phraseLine(known ? await change(known, record, ctx) : await add(idOf('phrase', me.id, key), record, ctx))
  },

  async 'phrases.remove'({ id, version }, ctx) {
    const me = officialOf(ctx)
    const found = await ctx.store.get<PhraseRecord>('phrases', id)
    // Removed already, by this very call or another: that is what was wanted.
    if (!found) return {}
    if (!mayKeep(found.unit, me)) return refuse('not-allowed')
    await limit('texts', me.id, ctx)
    try {
      await ctx.store.remove('phrases', id, version)
    } catch (error) {
      if (error instanceof Missing) return {}
      if (!(error instanceof Conflict)) throw error
      return refuse('phrase-moved', { name: found.by.name })
    }
    return {}
  },
}

type Given = Parameters<Handlers['phrases.save']>[0]['phrase']

function recordOf(
  { title, use, text, categories = [], results = [] }: Given,
  kept: { unit: string; key: string },
  { id, name }: Official,
  { district, sample }: Context,
): PhraseRecord {
  if (categories.some((one) => !district.categories.some((known) => known.id === one)))
    refuse('category-unknown', {}, 'phrase.categories')
  if (!isWellFormed(text)) refuse('slot-wrong', {}, 'phrase.text')
  if (use === 'answer' && !asksSomething(text)) refuse('slot-missing', {}, 'phrase.text')
  return {
    ...{ ...kept, title, use, text, by: { id, name } },
    ...(categories.length && { categories: [...new Set(categories)] }),
    ...(use === 'answer' && results.length && { results: [...new Set(results)] }),
    ...(sample && { sample }),
  }
}

async function add(id: string, record: PhraseRecord, { store }: Context): Promise<PhraseRecord & Doc> {
  const there = await store.get<PhraseRecord>('phrases', id)
  if (there) return there
  if ((await store.count('phrases')) >= MOST_PHRASES) return refuse('phrases-full', { n: String(MOST_PHRASES) })
  return store.insert('phrases', id, record)
}

/** What it may lack, and must lose when it is saved without it. */
const OPTIONAL = ['categories', 'results'] as const

async function change(
  { id, version }: { id: string; version: number },
  record: PhraseRecord,
  { store }: Context,
): Promise<PhraseRecord & Doc> {
  const found = (await store.get<PhraseRecord>('phrases', id)) ?? refuse('phrase-missing')
  if (found.unit !== record.unit) return refuse('phrase-missing')
  if (found.key === record.key) return found
  // What was a sample stays one.
  const { sample, ...set } = record
  const unset = OPTIONAL.filter((field) => record[field] === undefined)
  try {
    const next = await store.update('phrases', id, version, { set, unset })
    return { ...record, ...(found.sample && { sample: found.sample }), id, version: next }
  } catch (error) {
    if (error instanceof Missing) return refuse('phrase-missing')
    if (!(error instanceof Conflict)) throw error
    const latest = await store.get<PhraseRecord>('phrases', id)
    return refuse('phrase-moved', { name: latest?.by.name ?? found.by.name })
  }
}

const ownerOf = (scope: 'district' | 'unit', me: Official): string => (scope === 'district' ? DISTRICT : me.unit)
const mayKeep = (unit: string, me: Official): boolean =>
  unit === DISTRICT ? hasDuty(me, 'admin') || hasDuty(me, 'dispatch') : unit === me.unit && hasDuty(me, 'sign')

const phraseView = ({ id, title, use, text, categories, results }: PhraseRecord & Doc): PhraseView => ({
  ...{ id, title, use, text },
  ...(categories && { categories }),
  ...(results && { results }),
})
const phraseLine = (phrase: PhraseRecord & Doc): PhraseLine => ({
  ...phraseView(phrase),
  version: phrase.version,
  sample: phrase.sample ?? false,
})

/** How many a ticket brings along, of one use and in all, and how many characters of them: it has 20 KB for everything. */
const MOST_OF_USE = 10
const MOST_OFFERED = 30
const MOST_WORDS = 3000

/** Those that may be of use for this ticket: first those for its category, those of one's own unit before the district's. */
export async function phrasesFor(ticket: Ticket, ctx: Context): Promise<PhraseView[]> {
  const me = officialOf(ctx)
  const now = may(me, ticket, settingOf(ctx))
  const uses = PHRASE_USES.filter((use) => now.includes(use))
  if (!uses.length) return []
  const owned = await Promise.all([me.unit, DISTRICT].map((unit) => all(ctx, 'title', { unit })))
  const meant = owned.flat().filter(({ categories }) => !categories || categories.includes(ticket.category))
  const ordered = [...meant.filter(({ categories }) => categories), ...meant.filter(({ categories }) => !categories)]
  const offered = uses.flatMap((use) => ordered.filter((phrase) => phrase.use === use).slice(0, MOST_OF_USE))
  const known = knownOf(veiled(ticket, me), me, ctx)
  const shown = offered
    .slice(0, MOST_OFFERED)
    .map((phrase) => ({ ...phraseView(phrase), text: fill(phrase.text, known) }))
  let left = MOST_WORDS
  return shown.filter(({ title, text }) => {
    left -= title.length + text.length
    return left >= 0
  })
}

async function all({ store }: Context, by: 'title' | 'id', where?: Where): Promise<(PhraseRecord & Doc)[]> {
  const found: (PhraseRecord & Doc)[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<PhraseRecord>('phrases', {
      by,
      limit: MAX_PAGE,
      ...(where && { where }),
      ...(after && { after }),
    })
    found.push(...page.items)
    if (!page.next) return found
    after = page.next
  }
}

/** What may be filled in: nothing of who asked, and of the place no more than others may read. */
function knownOf(ticket: Ticket, me: Official, { now, district }: Context): Known {
  const { no, place, resolve, lang, dispatchedAt } = ticket
  const told = placeTold(place.address ?? '')
  const name = (unit: string) => unitOf(unit, district).name[lang]
  return {
    ...{ no, unit: name(me.unit), today: dayOf(now.toISOString()) },
    ...(told && { place: told }),
    ...(dispatchedAt && { lead: name(ticket.unit) }),
    ...(resolve.dueAt !== BEYOND && { promised: dayOf(resolve.dueAt) }),
  }
}

/**
 * What a citizen is to read has no open slot, and what closes their case is about their case: whether or not a template
 * was chosen to write it, it is compared with all there are.
 */
export async function refuseUnfinished(command: Command, ticket: Ticket, ctx: Context): Promise<void> {
  const { caller } = ctx
  if (caller.role !== 'official') return
  const [slot] = toldBy(command).flatMap(slotsIn)
  if (slot !== undefined) refuse('slot-open', { slot }, 'text')
  const words = closingWords(command)
  if (words === undefined) return
  const templates = (await all(ctx, 'id')).map(({ text }) => text)
  if (!isSpecific(words, templates, knownOf(ticket, caller, ctx))) refuse('nothing-specific', {}, 'text')
}

const officialOf = ({ caller }: Context): Official => (caller.role === 'official' ? caller : refuse('not-allowed'))

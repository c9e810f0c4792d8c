/** Makes a ticket of what was filed: all that it names is looked up, and kept as it is at this moment. */
import type { Input } from '@/contract'
import type { Talk } from '@/contract/ticketFiling'
import { hasDuty, type Official } from '@/core/actor'
import { againstOf, isKeptAway } from '@/core/concern'
import { file } from '@/core/decide'
import { onEarth } from '@/core/gcj02'
import { queryCode } from '@/core/number'
import type { Against, Detail, Place, Ticket } from '@/core/ticket'
import { aboutOf } from './about'
import { refuseBlocked } from './blocks'
import { type Context, idOfCaller, settingOf } from './context'
import { type Among, filedAmong } from './groupFiling'
import { idOf } from './ids'
import { type LIMITS, limit } from './limit'
import { takeNumber } from './numbers'
import { officialsOf } from './officials'
import { Conflict, Duplicate } from './ports'
import { authorOf, type Entry, newRecordOf } from './records'
import { refuse } from './refuse'
import { afterCheck, type Checked, checkWords, sendToCheck, wordsOf } from './screening'
import { findSpot, type SpotRecord } from './spots'
import { suggestCategory } from './suggesting'
import { leaveTrace } from './traces'
import { attach, ownClips, ownPhotos } from './uploads'
import { wordingOf } from './wording'

type Filing = Input<'tickets.file'>
/** Whose ticket it becomes, under which key it is known again, and who took it down where that is an official. */
type Filer = {
  asker: string
  filingId: string
  limited: keyof typeof LIMITS
  taken?: Ticket['taken']
  door?: Ticket['door']
}

/** `unit`: where it arrives instead of the district office. `group`: among whose askers it is wanted to be. */
type Filed = Omit<Parameters<typeof file>[0], 'no' | 'code' | 'lang'> & { unit?: string; group?: string; talk?: Talk }

/** Those who ask the same at once meet where they are counted: whoever loses a try has lost it to one who came through. */
const TRIES = 100
/** Whatever was sent with it: a tip reports something, and is never made public. */
const TIP = { kind: 'report', consent: false } as const

/** The number of its ticket. Filed again under the same key, it is the same one, whatever else has changed since. */
export async function takeFiling(filing: Filing, filer: Filer, ctx: Context): Promise<string> {
  const earlier = await ctx.store.get<{ no: string }>('filings', filer.filingId)
  if (earlier) return earlier.no
  if (!filer.taken) await refuseBlocked(filer.asker, ctx)
  await limit(filer.limited, idOfCaller(ctx), ctx)
  const filed = await filedOf(filing, filer, ctx)
  const checked = await checkWords(wordsOf({ did: 'file', ...filed }, filed), ctx)
  return store(filed, filer.filingId, checked, ctx)
}

async function filedOf(filing: Filing, { asker, taken, door }: Filer, ctx: Context): Promise<Filed> {
  if (!ctx.district.categories.some(({ id }) => id === filing.category)) refuse('category-unknown', {}, 'category')
  const { kind, text, visibility, consent } = filing
  const details = detailsOf(filing, ctx)
  const owner = idOfCaller(ctx)
  const [category, photos, clips, about, spot] = await Promise.all([
    categoryOf(filing, ctx),
    ownPhotos(filing.photos, owner, ctx),
    ownClips(filing.clips, owner, ctx),
    filing.about ? aboutOf(filing.about, ctx) : undefined,
    // A code that is not known, or was taken down, is no reason to lose a filing.
    filing.spot ? findSpot(filing.spot, ctx) : undefined,
  ])
  const told = { kind, consent, ...(about?.tip && TIP) }
  const concern = await concernOf({ ...filing, ...told }, ctx)
  return {
    ...{ ...told, category, text, photos },
    place: placeOf(filing.place, spot),
    ...(clips.length && { clips }),
    ...(details.length && { details }),
    ...(spot && { spot: { id: spot.id, name: spot.name } }),
    ...(about && { about }),
    ...(filing.group && { group: filing.group }),
    ...(filing.talk?.length && { talk: filing.talk }),
    ...concern,
    ...(taken && { taken }),
    ...(door && { door }),
    ...behalfOf(filing),
    asker: { id: asker, visibility, ...namesOf(filing) },
    ...(ctx.sample && { sample: ctx.sample }),
  }
}

/** Whoever asked for a person in a talk chose no category: it goes under the one that it is probably about. */
async function categoryOf({ talk, text, category }: Filing, ctx: Context): Promise<string> {
  const [probable] = talk ? await suggestCategory(text, ctx) : []
  return probable ?? category
}

/** Of an anonymous asker nothing is kept. */
const namesOf = ({ visibility, name, phone }: Filing) =>
  visibility === 'anonymous' ? {} : { ...(name && { name }), ...(phone && { phone }) }

/** Nor, of an anonymous asker's mother, more than that it is for a parent: her name would be theirs. */
function behalfOf({ visibility, behalf }: Filing): Pick<Ticket, 'behalf'> {
  if (!behalf) return {}
  const { relation, name, phone } = behalf
  return { behalf: visibility === 'anonymous' ? { relation, name: '' } : { relation, name, ...(phone && { phone }) } }
}

/**
 * The questions and answers in words: what the district asks tomorrow does not change what was said today. What it does
 * not ask (any more) is left out: a filing that waited for a network is not lost because a question was taken away.
 */
function detailsOf({ category, details }: Filing, { district }: Context): Detail[] {
  const questions = district.categories.find(({ id }) => id === category)?.questions ?? []
  return questions.flatMap(({ id, ask, options }) => {
    const chosen = details.find(({ question }) => question === id)?.option
    const said = options.find((option) => option.id === chosen)
    return said ? [{ ask, said: said.name }] : []
  })
}

/** As it was said, in WGS-84; what is empty is filled in from the code that was scanned. */
function placeOf({ address, point }: Filing['place'], spot: Pick<SpotRecord, 'address' | 'point'> | undefined): Place {
  const where = address || spot?.address
  const at = point ? onEarth(point) : spot?.point
  return { ...(where && { address: where }), ...(at && { point: at }) }
}

/** Whom it is about, and the unit where it arrives when that cannot be the district office. */
async function concernOf(
  { kind, text, against: asked }: Pick<Filing, 'kind' | 'text' | 'against'>,
  ctx: Context,
): Promise<{ against?: Against; unit?: string }> {
  const { unit, name } = asked ?? {}
  if (unit && !ctx.district.units.some(({ id }) => id === unit)) refuse('unit-unknown', {}, 'against.unit')
  const written = unit || name ? { ...(unit && { unit }), ...(name && { name }) } : undefined
  if (!written && kind !== 'report') return {}
  const officials = await officialsOf(ctx)
  const against = againstOf({ kind, text, ...(written && { against: written }) }, officials)
  if (!against) return {}
  const desk = officials.filter(
    (one) => !isKeptAway(one, against) && (hasDuty(one, 'dispatch') || standsIn(one, against)),
  )
  // Only whoever runs the host can help: the next official who is enrolled to dispatch will find it.
  if (!desk.length) ctx.log.error('nobody is left to dispatch', new Error('all who dispatch or review are meant'))
  const { office } = settingOf(ctx)
  const here = desk.find((one) => one.unit === office || hasDuty(one, 'dispatch')) ?? desk[0]
  return { against, ...(here && !hasDuty(here, 'dispatch') && { unit: here.unit }) }
}

const standsIn = ({ id }: Official, { standIns }: Against) => standIns?.includes(id) ?? false

/** Writes the ticket, its first lines of history and the filing key together; gives the ticket's number. */
async function store(
  { unit, group, talk, ...filed }: Filed,
  filingId: string,
  checked: Checked,
  ctx: Context,
): Promise<string> {
  const code = queryCode(ctx.chance.bytes(12))
  const no = await takeNumber(filingId, ctx)
  const wording = await wordingOf(ctx)
  const { text, photos, clips } = filed
  for (let left = TRIES; ; left--) {
    try {
      return await ctx.store.tx(async (tx) => {
        const begun = file({ ...filed, no, code, lang: ctx.lang }, settingOf(ctx))
        const received = { ...begun, ...(unit && { unit }), entries: 2 }
        const shared = { no, at: received.filedAt, public: true }
        const by = authorOf(ctx.caller)
        const said = { ...(clips && { clips }), ...(talk && { talk }) }
        const words: Entry = { ...shared, seq: 1, did: 'file', by, text, photos, ...said }
        const receipt: Entry = { ...shared, seq: 2, did: 'received', by: { role: 'system', id: 'system' }, photos: [] }
        const { ticket: alone, hold } = afterCheck(received, words, checked, ctx)
        const { ticket, told }: Among = group ? await filedAmong(tx, alone, group, ctx) : { ticket: alone }
        const entryId = idOf('entry', no, '1')
        await tx.insert('filings', filingId, { no })
        await tx.insert('tickets', no, newRecordOf(alone, ticket))
        await leaveTrace(tx, ticket, wording)
        await tx.insert('entries', entryId, words)
        await tx.insert('entries', idOf('entry', no, '2'), receipt)
        if (told) await tx.insert('entries', told.id, told.entry)
        await attach(tx, { photos, clips: clips ?? [] })
        await sendToCheck(tx, { entryId, entry: words, checked, hold }, ctx)
        return no
      })
    } catch (error) {
      if (!(error instanceof Duplicate || error instanceof Conflict)) throw error
      const earlier = await ctx.store.get<{ no: string }>('filings', filingId)
      if (earlier) return earlier.no
      if (left <= 1) throw error
    }
  }
}

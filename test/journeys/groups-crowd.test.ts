/**
 * Two hundred people ask about the same water cut, each in their own words, in two languages, from their own phones: some
 * before anybody put them together, some after, some when it has been answered. One answer, one correction.
 */
import type { EntryView, TicketView } from '@/contract/tickets'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import type { Town } from './town'
import { ANSWER, type Asker, askersOf, CHANGE, CORRECTED, filing, QUESTION, TITLE, wordsOf } from './water'

/** Before the group, before the answer, after it. */
const [BEFORE, UNANSWERED, ALL] = [120, 160, 200]
/** Whose own pipe is broken. */
const PERSONAL = 37
const AT_ONCE = 20

/** One after the other in each of so many rows. */
async function each<T>(some: T[], act: (one: T) => Promise<void>): Promise<void> {
  const rows = Array.from({ length: AT_ONCE }, (_, row) => some.filter((_one, index) => index % AT_ONCE === row))
  await Promise.all(
    rows.map(async (row) => {
      for (const one of row) await act(one)
    }),
  )
}

it('no two of them say the same, have the same name or the same telephone', () => {
  const all = Array.from({ length: ALL }, (_, index) => wordsOf(index))
  for (const what of ['text', 'name', 'phone'] as const) expect(new Set(all.map((one) => one[what])).size).toBe(ALL)
})

everywhere(
  (openTown) => {
    let town: Town
    let wang: Person
    beforeAll(async () => {
      town = await openTown()
      wang = await town.official('wang')
    })
    afterAll(() => town.close())

    const language = ({ lang }: Asker) => ({ 'accept-language': lang })
    const asks = async (asker: Asker, group?: string) => {
      const input = { key: newKey(), photos: [], consent: false, ...filing(asker), ...(group && { group }) }
      const { answer } = await asker.who.asks('tickets.file', input, language(asker))
      if (!answer.ok) throw new Error(`it was not filed: ${answer.error.reason}`)
      asker.no = (answer.data as { no: string }).no
    }
    const numberOf = ({ no }: Asker) => no ?? 'not filed'
    const isOffered = async ({ who, text }: Asker) =>
      (await who.gets('filing.look', { category: 'other', text })).answers.map(({ id }) => id)
    const minute = async () => {
      town.pass(1)
      await town.tick()
    }
    const answers = (id: string, edition: number, text: typeof ANSWER, change?: typeof CHANGE) =>
      wang.gets('groups.answer', { key: newKey(), id, edition, text, result: 'done', ...(change && { change }) })
    const toldIn = (history: EntryView[]) => history.filter(({ did }) => did === 'tell')

    it('each of them has the corrected answer in their own talk, and nobody reads another’s words', async () => {
      const askers = await askersOf(town, 0, ALL)
      const [before, unanswered, later] = [
        askers.slice(0, BEFORE),
        askers.slice(BEFORE, UNANSWERED),
        askers.slice(UNANSWERED),
      ]
      await each(before, (one) => asks(one))

      const heaps = async () => (await wang.gets('groups.suggest', {})).heaps.map(({ tickets }) => tickets)
      const join = (id: string, numbers: string[]) => wang.gets('groups.join', { key: newKey(), id, tickets: numbers })
      const [first = []] = await heaps()
      const { id } = await wang.gets('groups.make', {
        ...{ key: newKey(), title: TITLE, question: QUESTION, public: true },
        tickets: first.map(({ no }) => no),
      })
      for (const heap of await heaps())
        await join(
          id,
          heap.map(({ no }) => no),
        )
      await minute()
      for (;;) {
        const { near } = await wang.gets('groups.open', { id })
        if (!near.length) break
        await join(
          id,
          near.map(({ no }) => no),
        )
      }
      const { askers: found } = await wang.gets('groups.open', { id })
      expect(found).toBeGreaterThanOrEqual(0.9 * BEFORE)
      // Whoever was not found the official puts in by the number.
      await join(id, before.map(numberOf))
      await minute()
      expect(await wang.gets('groups.open', { id })).toMatchObject({ askers: BEFORE, waiting: BEFORE, edition: 0 })

      for (const one of unanswered.slice(0, 5)) expect(await isOffered(one)).toEqual([id])
      await each(unanswered, (one) => asks(one, id))
      expect(await wang.gets('groups.preview', { id, edition: 0, text: ANSWER, result: 'done' })).toMatchObject({
        reaches: UNANSWERED,
        trouble: [],
      })
      expect(await answers(id, 0, ANSWER)).toMatchObject({ waiting: UNANSWERED, edition: 1 })
      await minute()
      expect(await wang.gets('groups.open', { id })).toMatchObject({ waiting: 0, edition: 1 })

      for (const one of later.slice(0, 5)) expect(await isOffered(one)).toEqual([id])
      await each(later, (one) => asks(one, id))

      const personal = askers[PERSONAL] as Asker
      const alone = numberOf(personal)
      const text = '您家是入户阀门损坏，我们单独派人上门。'
      expect(await wang.gets('groups.leave', { key: newKey(), id, no: alone, text })).toMatchObject({ askers: ALL - 1 })
      await wang.does(alone, { do: 'answer', result: 'done', text: '阀门已换好。' })

      expect(await answers(id, 1, CORRECTED, CHANGE)).toMatchObject({ waiting: ALL - 1, edition: 2 })
      await minute()
      expect(await wang.gets('groups.open', { id })).toMatchObject({ askers: ALL - 1, waiting: 0, edition: 2 })

      const secrets = askers.flatMap((of) => [of.text, of.name, of.phone, numberOf(of)].map((words) => ({ of, words })))
      const findsOthers = (raw: string, me?: Asker) =>
        secrets.filter(({ of, words }) => of !== me && raw.includes(words)).map(({ words }) => words)
      await each(askers, async (me) => {
        const [open, mine] = [
          await me.who.asks('tickets.open', { no: numberOf(me) }, language(me)),
          await me.who.asks('tickets.mine', {}, language(me)),
        ]
        expect([findsOthers(open.raw, me), findsOthers(mine.raw, me)]).toEqual([[], []])
        if (!open.answer.ok) throw new Error('their own ticket is not there')
        const { status, history } = open.answer.data as TicketView
        const last = toldIn(history).at(-1)
        if (me === personal) {
          expect(history.slice(-2)).toMatchObject([
            { did: 'leave-group', text },
            { did: 'answer', text: '阀门已换好。' },
          ])
          expect(last).toMatchObject({ edition: 1 })
          return
        }
        expect([status, toldIn(history).length]).toEqual(['answered', 2])
        expect(last).toMatchObject({ edition: 2, text: CORRECTED[me.lang], change: CHANGE[me.lang] })
      })
      const anyone = town.anyone()
      for (const [action, input] of [
        ['issues.open', { id }],
        ['issues.list', {}],
        ['search.find', { words: '停水' }],
        ['filing.look', { category: 'other', text: '家里停水了，什么时候来水？' }],
      ] as const) {
        const { raw } = await anyone.asks(action, input)
        expect([action, raw.includes(TITLE.zh), findsOthers(raw)]).toEqual([action, true, []])
      }
    }, 120_000)
  },
  { always: true },
)

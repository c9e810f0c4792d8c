/** The same thing sent twice, and different people at the same moment. */
import * as pictures from '../pictures'
import { everywhere } from './everywhere'
import { complaint, newKey, type Person } from './people'
import { stored, type Town } from './town'

everywhere(
  (openTown) => {
    let town: Town
    let worker: Person
    beforeEach(async () => {
      town = await openTown()
      worker = await town.citizen()
    })
    afterEach(() => town.close())

    const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work))

    describe('the same filing', () => {
      it('sent twice is one ticket, with the same reply', async () => {
        const filing = complaint()
        const first = await worker.asks('tickets.file', filing)
        const before = await stored(town)
        const second = await worker.asks('tickets.file', filing)
        expect(second.raw).toBe(first.raw)
        expect(await stored(town)).toEqual(before)
      })

      it('sent ten times at once is one ticket, with the same reply', async () => {
        const filing = complaint({ photos: [(await worker.uploads(await pictures.jpeg())).id] })
        const replies = await times(10, () => worker.asks('tickets.file', filing))
        expect(new Set(replies.map(({ raw }) => raw)).size).toBe(1)
        expect(replies[0]).toMatchObject({ status: 200, answer: { data: { status: 'submitted' } } })
        expect(await stored(town)).toMatchObject({ tickets: 1, filings: 1, entries: 2, counters: 1 })
      })

      it('sent ten times at once takes one number', async () => {
        const filing = complaint()
        await times(10, () => worker.asks('tickets.file', filing))
        expect((await worker.files()).no.slice(13, 17)).toBe('0002')
      })

      it('sent again an hour later, after the desk has replied, still finds its ticket', async () => {
        const filing = complaint()
        const { no } = await worker.gets('tickets.file', filing)
        const wang = await town.official('wang')
        await wang.replies(no, '收到，马上看')
        town.pass(60)
        const again = await worker.gets('tickets.file', filing)
        expect([again.no, again.history.length]).toEqual([no, 3])
      })

      it('with the same key from another person is another ticket', async () => {
        const filing = complaint()
        const mine = await worker.gets('tickets.file', filing)
        const theirs = await (await town.citizen()).gets('tickets.file', filing)
        expect(theirs.no).not.toBe(mine.no)
      })
    })

    describe('ten filings at once', () => {
      it('get ten numbers in a row', async () => {
        const filed = await times(10, () => worker.files())
        expect(filed.map(({ no }) => Number(no.slice(13, 17))).sort((a, b) => a - b)).toEqual([
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
        ])
      })

      it('get ten codes that have nothing in common', async () => {
        expect(new Set((await times(10, () => worker.files())).map(({ code }) => code)).size).toBe(10)
      })
    })

    describe('the same command', () => {
      it('sent ten times at once is done once', async () => {
        const { no } = await worker.files()
        const wang = await town.official('wang')
        const command = { no, key: newKey(), command: { do: 'reply', text: '收到，马上看' } }
        const replies = await times(10, () => wang.asks('tickets.act', command))
        expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
        expect((await worker.sees(no)).history.map(({ did }) => did)).toEqual(['file', 'received', 'reply'])
      })

      it('sent again after the ticket has moved on does nothing and is no error', async () => {
        const { no } = await worker.files()
        const wang = await town.official('wang')
        const command = { no, key: newKey(), command: { do: 'dispatch', unit: 'transport' } }
        await wang.asks('tickets.act', command)
        expect(await wang.asks('tickets.act', command)).toMatchObject({
          status: 200,
          answer: { data: { status: 'dispatched' } },
        })
        expect((await worker.sees(no)).history).toHaveLength(3)
      })
    })

    describe('two officials', () => {
      async function dispatched() {
        const { no } = await worker.files()
        const [wang, li, sun] = (await Promise.all(['wang', 'li', 'sun'].map((account) => town.official(account)))) as [
          Person,
          Person,
          Person,
        ]
        await wang.dispatches(no, 'transport')
        return { no, wang, li, sun }
      }

      it('who take the same ticket: one has it, the other is told who', async () => {
        const { no, li, sun } = await dispatched()
        const take = (who: Person) => who.asks('tickets.act', { no, key: newKey(), command: { do: 'take' } })
        const [first, second] = await Promise.all([take(li), take(sun)])
        expect([first.status, second.status].sort()).toEqual([200, 409])
        const { handler, history } = await worker.sees(no)
        const loser = first.status === 409 ? first : second
        expect(loser.answer).toMatchObject({
          error: { code: 'conflict', reason: 'taken', message: `${handler}刚刚接办了这件工单。` },
        })
        expect(history.filter(({ did }) => did === 'take')).toHaveLength(1)
      })

      it('who reply at the same moment are both heard, and the clock stops once', async () => {
        const { no, wang, li, sun } = await dispatched()
        await Promise.all([wang.replies(no, '我来看看'), li.replies(no, '我们去现场'), sun.replies(no, '正在路上')])
        const { history, firstReply } = await worker.sees(no)
        expect(
          history
            .filter(({ did }) => did === 'reply')
            .map(({ text }) => text)
            .sort(),
        ).toEqual(['我来看看', '我们去现场', '正在路上'].sort())
        expect(firstReply.minutes).toBe(0)
      })

      it('one who takes and one who objects: only one of the two happens', async () => {
        const { no, li, sun } = await dispatched()
        const [taken, objected] = await Promise.all([
          li.asks('tickets.act', { no, key: newKey(), command: { do: 'take' } }),
          sun.asks('tickets.act', { no, key: newKey(), command: { do: 'object', reason: '属于城管' } }),
        ])
        expect([taken.status, objected.status].filter((status) => status === 200)).toHaveLength(1)
      })
    })

    describe('the citizen and the desk', () => {
      it('one withdraws while the other dispatches: the story has no step from a state that was over', async () => {
        const { no } = await worker.files()
        const wang = await town.official('wang')
        const [withdrawn, dispatched] = await Promise.all([
          worker.asks('tickets.act', { no, key: newKey(), command: { do: 'withdraw' } }),
          wang.asks('tickets.act', { no, key: newKey(), command: { do: 'dispatch', unit: 'transport' } }),
        ])
        const { status, history } = await worker.sees(no)
        expect(status).toBe('withdrawn')
        expect(withdrawn.status).toBe(200)
        expect(history.at(-1)?.did).toBe('withdraw')
        expect([200, 409]).toContain(dispatched.status)
      })
    })
  },
  { always: true },
)

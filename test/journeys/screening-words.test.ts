/** Content security of words: what may not be fit for others is held for a person to look at, and never lost. */
import { Unavailable } from '@/server/ports'
import * as pictures from '../pictures'
import { beijing } from '../situations'
import { everywhere } from './everywhere'
import { complaint, countsIn, newKey, type Person } from './people'
import type { Town } from './town'
import { type Acted, actedWeChat } from './wechat'

everywhere((openTown, inCloud, rows) => {
  const BAD = '加微信办假证'
  const FINE = '高速出口早上堵得厉害'

  let town: Town
  let wechat: Acted
  let worker: Person
  let wang: Person
  let li: Person

  beforeEach(async () => {
    wechat = actedWeChat()
    wechat.answers({ msgSecCheck: async ({ content }) => ok(content.includes(BAD) ? RISKY : PASS) })
    town = await openTown({ wechat })
    worker = await town.wechatCitizen('code-of-wu')
    wang = await town.official('wang')
    li = await town.official('li')
  })
  afterEach(() => town.close())

  const ok = <T>(value: T) => ({ ok: true as const, value })
  const PASS = { suggest: 'pass', label: 100 } as const
  const RISKY = { suggest: 'risky', label: 10001 } as const
  const REVIEW = { suggest: 'review', label: 20003 } as const
  const refusing = (errcode: number) => async () => ({ ok: false as const, errcode, errmsg: 'refused' })
  const unreachable = () => Promise.reject(new Unavailable())

  const asked = (call: Acted['asked'][number]['call']) => wechat.asked.filter((one) => one.call === call)
  const did = (view: { history: { did: string }[] }) => view.history.map((entry) => entry.did)
  const lineOf = async (who: Person, queue: 'open' | 'held' | 'done', no: string) =>
    (await who.gets('desk.queue', { queue })).items.find((line) => line.no === no)
  const words = (seq: number) => ({ seq })

  /** The next minute's errands are run. */
  async function minutes(count: number) {
    town.pass(count)
    await town.tick()
  }

  /** A complaint with held words that Li of the transport bureau handles. */
  async function heldAndTaken(): Promise<string> {
    const { no } = await worker.files({ text: `${FINE}，${BAD}` })
    await wang.dispatches(no, 'transport')
    await li.takes(no)
    return no
  }

  describe('words that are fine', () => {
    it('are checked once, with the place and a name that the unit will see, and nothing is held', async () => {
      const filed = await worker.files()
      expect(asked('msgSecCheck').map((one) => one.with)).toEqual([
        {
          openid: 'o-wu',
          scene: 2,
          content: '高速出口早上堵得厉害，一公里要走一个小时。\n唐曹高速曹妃甸出口\n吴小明',
        },
      ])
      expect(filed.held).toBe(false)
      expect(did(filed)).toEqual(['file', 'received'])
    })

    it('are checked without a name that only the desk will see', async () => {
      await worker.files({ visibility: 'hidden' })
      expect(JSON.stringify(asked('msgSecCheck'))).not.toContain('吴小明')
    })

    it('of a filing that is sent again are not checked again', async () => {
      const filing = complaint()
      await worker.gets('tickets.file', filing)
      await worker.gets('tickets.file', filing)
      expect(asked('msgSecCheck')).toHaveLength(1)
    })

    it('of a command that is refused are not checked', async () => {
      const { no } = await worker.files()
      await worker.mayNot(no, { do: 'dispute', text: BAD })
      expect(asked('msgSecCheck')).toHaveLength(1)
    })

    it('of officials are not checked: they have no openid', async () => {
      const { no } = await worker.files()
      await wang.replies(no, BAD)
      expect(asked('msgSecCheck')).toHaveLength(1)
      expect((await worker.sees(no)).held).toBe(false)
    })
  })

  describe('words that may not be fit for others', () => {
    it.each(
      rows([
        ['risky', RISKY, 'ads'],
        ['for a person to review', REVIEW, 'abuse'],
        ['wrong by a number that is new to us', { suggest: 'risky', label: 30099 } as const, 'other'],
      ]),
    )('%s: the complaint is saved and held, and its author is told', async (_, given, label) => {
      wechat.answers({ msgSecCheck: async () => ok(given) })
      const filed = await worker.files({ text: BAD })
      expect(filed).toMatchObject({ status: 'submitted', held: true, text: BAD, may: ['add', 'withdraw'] })
      expect(filed.history.map(({ did, by, about, label }) => [did, by.role, about, label])).toEqual([
        ['file', 'citizen', undefined, undefined],
        ['received', 'system', undefined, undefined],
        ['hold', 'system', 'words', label],
      ])
      expect(filed.history[0]).toMatchObject({ text: BAD, screened: { part: words(1), label, state: 'held' } })
    })

    it('stand in the desk’s own queue with a mark, and the moderator reads them', async () => {
      const { no } = await worker.files({ text: BAD })
      const page = await wang.gets('desk.queue', { queue: 'held' })
      expect(page.items).toMatchObject([{ no, held: true, text: BAD }])
      expect(countsIn(page)).toMatchObject({ open: 1, held: 1 })
      const ticket = await wang.opens(no)
      expect(ticket.may).toEqual(expect.arrayContaining(['release', 'withhold', 'reply', 'dispatch']))
      expect(ticket.history[0]?.text).toBe(BAD)
      expect(await li.isRefused('desk.queue', { queue: 'held' })).toMatchObject({ status: 403 })
    })

    it('are not read by the handler, nor in lists, nor by whoever has the code, until they are released', async () => {
      const { no, code = '' } = await worker.files({ text: `${FINE}，${BAD}`, name: '吴小明' })
      await wang.dispatches(no, 'transport')
      const seen = async () => [
        await li.asks('desk.open', { no }),
        await li.asks('desk.queue', { queue: 'open' }),
        await town.anyone().asks('tickets.lookUp', { no, code }),
        await li.asks('tickets.act', { no, key: newKey(), command: { do: 'reply', text: '在看' } }),
      ]
      for (const { raw, status } of await seen()) {
        expect(status).toBe(200)
        for (const secret of [BAD, FINE, '曹妃甸出口', '吴小明']) expect(raw).not.toContain(secret)
      }
      expect(await lineOf(li, 'open', no)).toMatchObject({ text: '', held: true, screened: 'held' })
      await wang.does(no, { do: 'release', part: words(1) })
      town.pass(1)
      for (const { raw } of await seen()) expect(raw).toContain(BAD)
      expect(await lineOf(li, 'open', no)).toMatchObject({ held: false })
    })

    it('are released: everybody reads them, the author is told, and nobody has them to check any more', async () => {
      const no = await heldAndTaken()
      const released = await wang.does(no, { do: 'release', part: words(1) })
      expect(released.may).not.toContain('release')
      expect(await li.opens(no)).toMatchObject({ held: false, text: `${FINE}，${BAD}` })
      expect((await worker.sees(no)).history.at(-1)).toMatchObject({
        did: 'release',
        about: 'words',
        by: { name: '王敏' },
      })
      expect((await wang.counts('held')).held).toBeUndefined()
    })

    it('are withheld for a reason: others never read them, the author reads why and may write anew', async () => {
      const no = await heldAndTaken()
      await wang.does(no, { do: 'withhold', part: words(1), reason: '含有广告，请去掉联系方式' })
      const ticket = await worker.sees(no)
      expect(ticket.history.at(-1)).toMatchObject({
        did: 'withhold',
        about: 'words',
        reason: '含有广告，请去掉联系方式',
      })
      expect(ticket.history[0]).toMatchObject({
        text: `${FINE}，${BAD}`,
        screened: { state: 'withheld', reason: '含有广告，请去掉联系方式' },
      })
      expect(ticket).toMatchObject({ held: false, may: expect.arrayContaining(['add']) })
      expect((await li.asks('desk.open', { no })).raw).not.toContain(BAD)
      await worker.adds(no, FINE)
      expect((await li.opens(no)).history.at(-1)).toMatchObject({ did: 'add', text: FINE })
    })

    it('cannot be withheld without a reason, nor judged by the unit or the author', async () => {
      const no = await heldAndTaken()
      expect(await wang.mayNot(no, { do: 'withhold', part: words(1), reason: ' ' })).toMatchObject({
        reason: 'needs-reason',
      })
      expect(await li.mayNot(no, { do: 'release', part: words(1) })).toMatchObject({ status: 403, reason: 'not-yours' })
      expect(await worker.mayNot(no, { do: 'release', part: words(1) })).toMatchObject({
        status: 403,
        reason: 'not-yours',
      })
    })

    it('are judged once when two moderators are there at the same moment', async () => {
      const { no } = await worker.files({ text: BAD })
      const other = await town.official('wang')
      const answers = await Promise.all([
        wang.asks('tickets.act', { no, key: newKey(), command: { do: 'release', part: words(1) } }),
        other.asks('tickets.act', {
          no,
          key: newKey(),
          command: { do: 'withhold', part: words(1), reason: '广告' },
        }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const { history } = await worker.sees(no)
      expect(history.filter(({ did }) => did === 'release' || did === 'withhold')).toHaveLength(1)
    })

    it('change nothing about the clocks', async () => {
      const fine = await worker.files()
      const held = await worker.files({ text: BAD })
      expect(held.firstReply).toEqual(fine.firstReply)
      expect(held.resolve).toEqual(fine.resolve)
      town.pass(3)
      await wang.does(held.no, { do: 'withhold', part: words(1), reason: '含有广告' })
      expect((await worker.sees(held.no)).firstReply).toEqual({ dueAt: beijing('Mon 2026-03-02 10:10'), late: false })
    })

    it('are held wherever a citizen writes: added, supplied, disputed, rated, or with a withdrawal', async () => {
      const { no } = await worker.files()
      await worker.adds(no, `${BAD}一`)
      await wang.dispatches(no, 'transport')
      await li.takes(no)
      await li.asksBack(no, '请问是哪个出口？')
      await worker.supplies(no, `${BAD}二`)
      await li.finishes(no, '已处理')
      await worker.disputes(no, `${BAD}三`)
      await (await town.official('chen')).upholds(no, '答复没有问题')
      await worker.rates(no, 1, `${BAD}四`)
      const { history, rating } = await worker.sees(no)
      expect(history.filter(({ did }) => did === 'hold')).toHaveLength(4)
      expect(history.filter(({ screened }) => screened).map(({ did }) => did)).toEqual([
        'add',
        'supply',
        'dispute',
        'rate',
      ])
      expect(rating).toEqual({ stars: 1, words: `${BAD}四` })
      expect((await li.opens(no)).rating).toEqual({ stars: 1 })
      expect((await li.asks('desk.open', { no })).raw).not.toContain(BAD)

      const second = await worker.files()
      await worker.does(second.no, { do: 'withdraw', text: BAD })
      expect(await lineOf(wang, 'held', second.no)).toMatchObject({ status: 'withdrawn', held: true })
      await wang.does(second.no, { do: 'release', part: words(3) })
      expect(await lineOf(wang, 'held', second.no)).toBeUndefined()
    })
  })

  describe('when WeChat cannot be asked about words', () => {
    it.each(
      rows([
        ['it is not reached', unreachable],
        ['it knows nothing of a visit in the last two hours', refusing(61010)],
        ['it is too busy', refusing(45009)],
        ['it takes longer than a person should wait', () => new Promise<never>(() => undefined)],
      ]),
    )('%s: the complaint is saved at once, and held when it is known to be risky', async (_, msgSecCheck) => {
      wechat.answers({ msgSecCheck })
      const { no, held } = await worker.files({ text: BAD })
      expect(held).toBe(false)
      wechat.answers({ msgSecCheck: async () => ok(RISKY) })
      await minutes(1)
      expect(await worker.sees(no)).toMatchObject({ held: true })
      expect((await worker.sees(no)).history.at(-1)).toMatchObject({
        did: 'hold',
        by: { role: 'system' },
        label: 'ads',
      })
      expect((await li.asks('desk.open', { no })).raw).not.toContain(BAD)
      expect(await town.world.store.count('errands')).toBe(0)
    })

    it('it says later that all is fine: nothing was ever held', async () => {
      wechat.answers({ msgSecCheck: unreachable })
      const { no } = await worker.files()
      wechat.answers({ msgSecCheck: async () => ok(PASS) })
      await minutes(1)
      expect(did(await worker.sees(no))).toEqual(['file', 'received'])
      expect(await town.world.store.count('errands')).toBe(0)
    })

    it('words that were added are asked about later as they stand in the history', async () => {
      const { no } = await worker.files()
      wechat.answers({ msgSecCheck: unreachable })
      await worker.adds(no, BAD)
      wechat.answers({ msgSecCheck: async () => ok(RISKY) })
      await minutes(1)
      expect(asked('msgSecCheck').at(-1)?.with).toEqual({ openid: 'o-wu', scene: 2, content: BAD })
      expect((await worker.sees(no)).history.find(({ did }) => did === 'add')?.screened).toMatchObject({
        part: words(3),
      })
    })

    // Nobody comes to the cloud without WeChat.
    if (!inCloud)
      it('who came without WeChat is not asked about, and no errand waits for them', async () => {
        const visitor = await town.citizen()
        await visitor.files({ text: BAD, photos: [(await visitor.uploads(await pictures.jpeg())).id] })
        expect(asked('msgSecCheck')).toEqual([])
        expect(await town.world.store.count('errands')).toBe(0)
      })
  })

  if (!inCloud)
    it('without WeChat nothing is checked and nothing is held', async () => {
      const plain = await openTown()
      try {
        const { held } = await (await plain.citizen()).files({ text: BAD })
        expect(held).toBe(false)
        expect(await plain.world.store.count('errands')).toBe(0)
      } finally {
        await plain.close()
      }
    })

  it('the log knows nothing of what was held, nor of whom', async () => {
    const no = await heldAndTaken()
    await wang.does(no, { do: 'withhold', part: words(1), reason: '含有广告' })
    for (const secret of [BAD, '含有广告', 'o-wu', no]) expect(town.log.join()).not.toContain(secret)
  })
})

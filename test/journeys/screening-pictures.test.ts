/** Content security of pictures: WeChat's verdict comes later, and may come late, twice, or never. */
import { Unavailable } from '@/server/ports'
import * as pictures from '../pictures'
import { everywhere } from './everywhere'
import type { Person } from './people'
import type { Town } from './town'
import { type Acted, actedWeChat } from './wechat'

everywhere((openTown, inCloud) => {
  const ORIGIN = 'https://minhu.example'
  const FINE = '高速出口早上堵得厉害'
  const PASS = { suggest: 'pass', label: 100 }
  const RISKY = { suggest: 'risky', label: 10001 }

  let town: Town
  let wechat: Acted
  let worker: Person
  let wang: Person
  let li: Person
  let no: string
  let photo: string

  /** Wu's complaint has one photo; it is with the transport bureau, and WeChat was asked about the photo under `trace-1`. */
  beforeEach(async () => {
    wechat = actedWeChat()
    wechat.answers({ mediaCheckAsync: async () => ok({ trace_id: `trace-${asked().length}` }) })
    town = await openTown({ wechat, env: { MINHU_ORIGIN: ORIGIN } })
    worker = await town.wechatCitizen('code-of-wu')
    wang = await town.official('wang')
    li = await town.official('li')
    photo = (await worker.uploads(await pictures.jpeg())).id
    ;({ no } = await worker.files({ photos: [photo] }))
    await wang.dispatches(no, 'transport')
    await minutes(1)
  })
  afterEach(() => town.close())

  const ok = <T>(value: T) => ({ ok: true as const, value })
  const refusing = (errcode: number) => async () => ({ ok: false as const, errcode, errmsg: 'refused' })
  const unreachable = () => Promise.reject(new Unavailable())

  const asked = () => wechat.asked.filter((one) => one.call === 'mediaCheckAsync')
  const photoOf = async (who: Person) => (await who.opens(no)).photos[0]
  const heldLine = async () => (await wang.gets('desk.queue', { queue: 'held' })).items.find((line) => line.no === no)

  /** What WeChat's server sends us. */
  const pushes = (message: object) =>
    town.pushes({
      ...{ ToUserName: 'gh_minhu', FromUserName: 'o-wu', CreateTime: 1_762_329_554, MsgType: 'event' },
      ...message,
    })
  const verdict = (trace: string, result: { suggest: string; label: number | string }) =>
    pushes({ Event: 'wxa_media_check', appid: 'wx0', trace_id: trace, version: 2, errcode: 0, errmsg: 'ok', result })

  /** The next minute's errands are run. */
  async function minutes(count: number) {
    town.pass(count)
    await town.tick()
  }

  it('are asked about once each, at an address that WeChat can fetch', async () => {
    const [first, ...more] = asked().map((one) => one.with as { media_url: string })
    expect(more).toEqual([])
    expect(first).toMatchObject({ openid: 'o-wu', scene: 2, media_type: 2 })
    const media_url = first?.media_url ?? ''
    expect(media_url).toMatch(/^https?:/)
    expect((await fetch(media_url.replace(ORIGIN, town.address('')))).status).toBe(200)
  })

  it('are seen while the verdict is out, and stay so when it is fine', async () => {
    expect((await photoOf(li))?.url).not.toBe('')
    await verdict('trace-1', PASS)
    expect(await photoOf(li)).not.toHaveProperty('screened')
    expect((await worker.sees(no)).held).toBe(false)
    await minutes(61)
    expect(asked()).toHaveLength(1)
  })

  it.each([
    ['as it comes today', () => verdict('trace-1', { suggest: 'risky', label: 20002 }), 'porn'],
    ['with its number as text', () => verdict('trace-1', { suggest: 'review', label: '20002' }), 'porn'],
    [
      'in the older form',
      () => pushes({ Event: 'wxa_media_check', isrisky: 1, trace_id: 'trace-1', status_code: 0 }),
      'other',
    ],
  ])(
    'a bad verdict %s holds the picture: the handler gets no address, the author and the desk see it',
    async (_, push, label) => {
      await push()
      const [{ name } = { name: '' }] =
        (await town.world.store.get<{ photos: { name: string }[] }>('tickets', no))?.photos ?? []
      expect(await photoOf(li)).toEqual({
        id: photo,
        url: '',
        thumb: '',
        width: 640,
        height: 480,
        screened: { part: { photo }, label, state: 'held' },
      })
      for (const [action, input] of [
        ['desk.open', { no }],
        ['desk.queue', { queue: 'open' }],
      ] as const) {
        const { raw } = await li.asks(action, input)
        expect(raw).toContain(no)
        expect(raw).not.toContain(name)
      }
      expect((await photoOf(wang))?.url).toContain(name)
      expect((await worker.sees(no)).photos[0]).toMatchObject({ screened: { state: 'held' } })
      expect((await worker.sees(no)).history.at(-1)).toMatchObject({ did: 'hold', about: 'photo', label })

      await wang.does(no, { do: 'release', part: { photo } })
      expect((await photoOf(li))?.url).toContain(name)
    },
  )

  it('the same push twice counts once, also at the same moment and after a person has judged', async () => {
    await Promise.all([verdict('trace-1', RISKY), verdict('trace-1', RISKY)])
    await wang.does(no, { do: 'release', part: { photo } })
    await verdict('trace-1', RISKY)
    const ticket = await worker.sees(no)
    expect(ticket.held).toBe(false)
    expect(ticket.history.filter(({ did }) => did === 'hold')).toHaveLength(1)
  })

  it('a second verdict that says otherwise changes nothing', async () => {
    await verdict('trace-1', PASS)
    await verdict('trace-1', RISKY)
    expect((await worker.sees(no)).held).toBe(false)
  })

  it.each([
    ['an unknown name', { Event: 'wxa_media_check', trace_id: 'made-up', result: RISKY }],
    ['no name', { Event: 'wxa_media_check', result: RISKY }],
    ['a name that is no text', { Event: 'wxa_media_check', trace_id: { $ne: '' }, result: RISKY }],
    ['no verdict', { Event: 'wxa_media_check', trace_id: 'trace-1' }],
    [
      'the news that the picture could not be fetched',
      { Event: 'wxa_media_check', trace_id: 'trace-1', errcode: -1008, result: RISKY },
    ],
    [
      'the same news in the older form',
      { Event: 'wxa_media_check', trace_id: 'trace-1', status_code: 4_294_966_288, isrisky: 1 },
    ],
    ['another event', { Event: 'somebody_waved', trace_id: 'trace-1', result: RISKY }],
  ])('a push with %s is taken and forgotten', async (_, message) => {
    await pushes(message)
    expect((await worker.sees(no)).held).toBe(false)
  })

  it.each([
    ['withdrawn', () => worker.withdraws(no)],
    [
      'closed',
      async () => {
        await li.takes(no)
        await li.finishes(no, '已处理')
        await worker.confirms(no)
      },
    ],
  ] as const)('are held also when the ticket was %s before the verdict', async (status, end) => {
    await end()
    await verdict('trace-1', RISKY)
    expect(await heldLine()).toMatchObject({ status })
    await wang.does(no, { do: 'withhold', part: { photo }, reason: '照片与事情无关' })
    expect((await photoOf(li))?.url).toBe('')
    expect(await heldLine()).toBeUndefined()
    expect((await worker.sees(no)).history.at(-1)).toMatchObject({ did: 'withhold', reason: '照片与事情无关' })
  })

  it('that WeChat will never look at are given up, and the log says so without saying whose', async () => {
    const other = (await worker.uploads(await pictures.jpeg(400, 300, 7))).id
    wechat.answers({ mediaCheckAsync: refusing(40003) })
    await worker.does(no, { do: 'add', text: FINE, photos: [other] })
    await minutes(1)
    await minutes(10)
    expect(asked()).toHaveLength(2)
    expect(town.log.join()).toContain('errand dropped')
    for (const secret of ['o-wu', no, other]) expect(town.log.join()).not.toContain(secret)
  })

  it('without a verdict within the hour are asked about again, three times in all', async () => {
    await minutes(59)
    expect(asked()).toHaveLength(1)
    await minutes(2)
    await minutes(61)
    expect(asked()).toHaveLength(3)
    await minutes(61)
    await minutes(61)
    expect(asked()).toHaveLength(3)
    expect(await town.world.store.count('errands')).toBe(0)
    expect(town.log.join()).toContain('media without verdict')
    await verdict('trace-3', RISKY)
    expect((await worker.sees(no)).held).toBe(true)
  })

  it('sent twice before the first question are asked about once', async () => {
    const other = (await worker.uploads(await pictures.jpeg(400, 300, 7))).id
    await worker.does(no, { do: 'add', text: FINE, photos: [other] })
    await worker.does(no, { do: 'add', text: FINE, photos: [other, other] })
    await minutes(1)
    expect(asked()).toHaveLength(2)
    await verdict('trace-2', RISKY)
    const { history } = await li.opens(no)
    expect(history.flatMap(({ photos }) => photos.filter(({ id }) => id === other)).map(({ url }) => url)).toEqual([
      '',
      '',
      '',
    ])
  })

  it('withheld once stay away from others when their author sends them again', async () => {
    await verdict('trace-1', RISKY)
    await wang.does(no, { do: 'withhold', part: { photo }, reason: '照片与事情无关' })
    await worker.does(no, { do: 'add', text: FINE, photos: [photo, photo] })
    await minutes(1)
    const { history } = await li.opens(no)
    expect(history.at(-1)?.photos.map(({ url }) => url)).toEqual(['', ''])
    expect(asked()).toHaveLength(1)
  })

  it.each([
    ['WeChat is not reached', unreachable],
    ['WeChat is too busy', refusing(45009)],
  ])('%s: they are asked about again', async (_, mediaCheckAsync) => {
    const other = (await worker.uploads(await pictures.jpeg(400, 300, 7))).id
    wechat.answers({ mediaCheckAsync })
    await worker.does(no, { do: 'add', text: FINE, photos: [other] })
    await minutes(1)
    wechat.answers({ mediaCheckAsync: async () => ok({ trace_id: 'at-last' }) })
    await minutes(2)
    await verdict('at-last', RISKY)
    expect((await worker.sees(no)).history.at(-1)).toMatchObject({ did: 'hold', about: 'photo' })
  })

  // The cloud's storage has addresses of its own.

  if (!inCloud)
    it('a host that does not know how it is reached from outside asks about no picture, and says so at its start', async () => {
      const acted = actedWeChat()
      const inside = await openTown({ wechat: acted })
      try {
        const visitor = await inside.wechatCitizen('code-of-sun')
        await visitor.files({ photos: [(await visitor.uploads(await pictures.jpeg())).id] })
        await inside.tick()
        expect(acted.asked.filter((one) => one.call === 'mediaCheckAsync')).toEqual([])
        expect(await inside.world.store.count('errands')).toBe(0)
        expect(inside.log.join()).toContain('pictures are not checked')
      } finally {
        await inside.close()
      }
    })
})

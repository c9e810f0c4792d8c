/** The weather and the feeds, from a provider to the screen: on a good day, while the provider is down, and afterwards. */
import { feedAnswer, openMeteoAnswer } from '../outside/answers'
import { FAULTS, type Provider, says, saysJson, startProvider } from '../outside/provider'
import { everywhere } from './everywhere'
import { openTown, type ServerTown, type Town } from './town'

everywhere((open) => {
  let town: Town
  let provider: Provider
  const good = () => provider.behave(saysJson(openMeteoAnswer(new Date(town.now()))))
  const bad = () => provider.behave((_, response) => void response.writeHead(500).end())
  const weather = async () => (await town.anyone().gets('weather.open', {})).reading
  const onHome = async () => (await town.anyone().gets('home.open', {})).weather

  beforeEach(async () => {
    provider = await startProvider(says(''))
    town = await open({ openMeteo: provider.origin })
    good()
  })
  afterEach(async () => {
    await town.close()
    await provider.close()
  })

  it('shows nothing before it was read for the first time, and makes nothing up', async () => {
    expect(await town.anyone().gets('weather.open', {})).toEqual({ place: { zh: '曹妃甸', en: 'Caofeidian' } })
    bad()
    await town.tick()
    expect(await weather()).toBeUndefined()
    expect(await onHome()).toBeUndefined()
  })

  it('shows what was read, and when', async () => {
    await town.tick()
    expect(await weather()).toMatchObject({ at: town.now(), old: false, now: { temperature: 4.2, sky: 'overcast' } })
    expect((await weather())?.hours).toHaveLength(24)
    expect(await onHome()).toMatchObject({ at: town.now(), now: { temperature: 4.2 }, today: { high: 9 }, warnings: 0 })
  })

  it('keeps what was read while the provider is down: with its time, old after six hours, gone after two days', async () => {
    await town.tick()
    const at = town.now()
    bad()
    town.pass(6 * 60)
    await town.tick()
    expect(await weather()).toMatchObject({ at, old: false })
    expect(town.log.join()).toContain('"why":"status"')

    town.pass(1)
    expect(await weather()).toMatchObject({ at, old: true, now: { temperature: 4.2 } })
    expect(await onHome()).toBeUndefined()

    town.pass(42 * 60 + 1)
    expect(await weather()).toBeUndefined()
  })

  it('is fresh again when the provider is back', async () => {
    await town.tick()
    bad()
    town.pass(7 * 60)
    await town.tick()
    good()
    town.pass(15)
    await town.tick()
    expect(await weather()).toMatchObject({ at: town.now(), old: false })
  })

  it('asks once in a quarter of an hour, and shows no hours that are over', async () => {
    await town.tick()
    town.pass(4)
    await town.tick()
    expect(provider.asked).toHaveLength(1)
    town.pass(3 * 60)
    const hours = (await weather())?.hours ?? []
    expect(hours[0]?.at).toBe('2026-03-02T05:00:00.000Z')
    expect(hours).toHaveLength(24)
  })
})

describe('whatever the provider does', () => {
  // What is too slow takes ten seconds here; the providers' own tests have it.
  it.each(FAULTS.filter(([, , why]) => why !== 'too-slow'))(
    'with %s the last reading stays, and the log says what it was',
    async (_, behave, why) => {
      const provider = await startProvider(says(''))
      const town = await openTown({ openMeteo: provider.origin })
      provider.behave(saysJson(openMeteoAnswer(new Date(town.now()))))
      await town.tick()
      const at = town.now()
      provider.behave(behave)
      town.pass(15)
      await town.tick()
      expect((await town.anyone().gets('weather.open', {})).reading).toMatchObject({ at, now: { temperature: 4.2 } })
      expect(town.log.filter((line) => line.includes('not read'))).toHaveLength(1)
      expect(town.log.join()).toContain(`"what":"weather","why":"${why}"`)
      await town.close()
      await provider.close()
    },
  )
})

describe('the feeds', () => {
  let town: ServerTown
  let provider: Provider
  beforeEach(async () => {
    provider = await startProvider(says(feedAnswer, 'application/rss+xml'))
    const feed = { url: `${provider.origin}/feed.xml?key=hunter2`, channel: 'announcements', unit: 'transport' }
    const { channels } = (await import('@/district/caofeidian/district')).caofeidian
    town = await openTown({
      openMeteo: provider.origin,
      district: { feeds: [{ ...feed, channel: channels[0]?.id ?? '' }] },
    })
  })
  afterEach(async () => {
    await town.close()
    await provider.close()
  })
  const drafts = async () => (await (await town.official('lin')).gets('releases.list', { list: 'mine' })).items

  it('become drafts, each once, by the timer or by whoever does not want to wait', async () => {
    await town.tick()
    expect((await drafts()).map(({ title }) => title.zh).sort()).toEqual(['停水 & 停电', '无日期'])
    const lin = await town.official('lin')
    expect((await lin.gets('feeds.read', {})).feeds).toMatchObject([{ read: 2, added: 0, at: town.now() }])
    town.pass(60)
    await town.tick()
    expect(await drafts()).toHaveLength(2)
  })

  it('say where they are from; whoever submits one answers for it, and cannot sign it too', async () => {
    await town.tick()
    const lin = await town.official('lin')
    const [line] = (await drafts()).filter(({ title }) => title.zh === '停水 & 停电')
    const open = await lin.gets('releases.open', { id: line?.id ?? '' })
    expect(open.content).toMatchObject({
      text: { zh: '明天停水。\n\n看' },
      source: '127.0.0.1',
      sourceUrl: 'https://a.example/1',
    })
    expect(open.draft).toMatchObject({ author: { id: 'feed' }, stage: 'writing' })
    const id = open.id
    const submitted = await lin.gets('releases.act', { id, key: 'k'.repeat(16), command: { do: 'submit' } })
    expect(submitted.draft?.stage).toBe('submitted')
    const stored = await town.world.store.get<{ draft: { wrote: string[] } }>('releases', id)
    expect(stored?.draft.wrote).toEqual(['o_lin'])
  })

  it('that cannot be read change nothing, and are named without their address', async () => {
    await town.tick()
    provider.behave((_, response) => void response.writeHead(500).end())
    const lin = await town.official('lin')
    town.pass(1)
    const [line] = (await lin.gets('feeds.read', {})).feeds
    expect(line).toMatchObject({ read: 0, added: 0, trouble: 'status' })
    expect(await drafts()).toHaveLength(2)
    expect(town.log.join()).not.toContain('hunter2')
  })

  it('are read for those who write', async () => {
    const wang = await town.official('wang')
    expect(await wang.isRefused('feeds.read', {})).toMatchObject({ reason: 'not-allowed' })
  })
})

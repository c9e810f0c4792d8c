/** A traveller who reads no Chinese, has no account, and is here for a day. */
import type { Forecast } from '@/contract/weather'
import { beijing } from '../situations'
import { alert, both, hotline, page, road } from './contents'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { publishes } from './published'
import type { Town } from './town'

const TRAVELLER = { 'accept-language': 'en-GB' }
const AT = beijing('Mon 2026-03-02 09:50')

/** As the timer keeps it. */
const FORECAST: Forecast = {
  now: { at: AT, temperature: 6, sky: 'cloudy', wind: { speed: 7, direction: 45 } },
  hours: [],
  days: [{ day: '2026-03-02', high: 9, low: 1, sky: 'cloudy' }],
  source: { name: 'Sample weather', url: 'https://example.cn/' },
}

everywhere((openTown) => {
  let town: Town
  let traveller: Person
  beforeAll(async () => {
    town = await openTown()
    traveller = town.anyone()
  })
  afterAll(() => town.close())

  describe('a traveller without an account', () => {
    it('sees which roads are closed now or from tomorrow, closures first', async () => {
      await publishes(town, road())
      await publishes(
        town,
        road({ title: both('桥', 'Bridge'), event: 'closure', onset: beijing('Tue 2026-03-03 10:00') }),
      )
      await publishes(town, road({ title: both('后天', 'Later'), onset: beijing('Tue 2026-03-03 10:01') }))
      await publishes(town, road({ title: both('完了', 'Over'), expiresAt: beijing('Mon 2026-03-02 10:00') }))
      const { events } = await traveller.gets('traffic.open', {})
      expect(events.map(({ title, event }) => [title.en, event])).toEqual([
        ['Bridge', 'closure'],
        ['Sample Avenue, middle part', 'works'],
      ])
      expect(events[1]).toMatchObject({
        direction: { en: 'Northbound' },
        text: { en: 'One lane is closed for works.' },
        unit: { name: { en: 'Transport bureau' } },
      })
    })

    it('sees the weather with its time, here and on the first screen', async () => {
      expect((await traveller.gets('weather.open', {})).reading).toBeUndefined()
      await town.world.store.insert('readings', 'weather', { at: AT, value: FORECAST })
      const { place, reading } = await traveller.gets('weather.open', {})
      expect([place.en, reading]).toMatchObject(['Caofeidian', { at: AT, old: false, now: { temperature: 6 } }])
      expect((await traveller.gets('home.open', {})).weather).toMatchObject({
        at: AT,
        now: { temperature: 6 },
        warnings: 0,
      })
    })

    it('finds whom to call', async () => {
      await publishes(town, hotline())
      const { items } = await traveller.gets('hotlines.open', {})
      expect(items).toMatchObject([
        { title: { en: 'Power supply' }, summary: { en: 'Power cuts and bills' }, hours: { en: 'All day' } },
      ])
      expect((await traveller.gets('search.find', { words: 'power cut' })).items).toMatchObject([{ number: '95598' }])
    })

    it('reads about the sights, with hours and the way there', async () => {
      const id = await publishes(town, page())
      const { items } = await traveller.gets('about.open', {})
      expect(items).toMatchObject([{ id, title: { en: 'Sample wetland' }, hours: { en: 'Daily 8:00 to 17:00' } }])
      const read = await traveller.gets('release.read', { id })
      expect(read.point).toEqual({ lat: 39.2, lng: 118.3 })
      expect(read.map).toEqual({ lat: 39.201101, lng: 118.306123 })
      expect(read.blocks.en).toEqual([{ is: 'p', spans: [{ text: 'Most birds come in spring and autumn.' }] }])
    })

    it('is warned', async () => {
      await publishes(town, alert())
      const { now } = await traveller.gets('alerts.now', {})
      expect(now).toMatchObject([{ title: { en: 'Yellow fog warning' }, area: { en: 'The whole district' } }])
    })

    it('is refused in English', async () => {
      const { message } = await traveller.isRefused('release.read', { id: 'none' }, TRAVELLER)
      expect(message).toBe('This cannot be found; it may have been taken down.')
    })
  })
})

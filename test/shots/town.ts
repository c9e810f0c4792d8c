/** The seeded town that the pictures are taken of: the sample district, a reading of the weather, and everybody signed in. */
import { randomBytes } from 'node:crypto'
import type { Forecast } from '@/contract/weather'
import { DEMO_PASSWORD } from '@/district/caofeidian/people'
import { scenarios } from '@/district/caofeidian/scenarios'
import { together } from '@/district/caofeidian/together'
import { seedPast, seedTickets } from '@/hosts/seed'
import { seedDesk } from '@/hosts/seed-desk'
import { seedGroups } from '@/hosts/seed-groups'
import { seedReleases } from '@/hosts/seed-releases'
import { seedSpots } from '@/hosts/seed-spots'
import { idOf } from '@/server/ids'
import * as clips from '../clips'
import { newKey, Person } from '../journeys/people'
import { openTown, type ServerTown } from '../journeys/town'
import * as pictures from '../pictures'
import type { Things, Viewer } from './screens'

export type SeededTown = { town: ServerTown; things: Things; tokens: Record<Viewer, string> }

const HOUR = 3_600_000

export async function openSeededTown(pages: string): Promise<SeededTown> {
  const town = await openTown({ pages })
  // A host's world has its clock with it: the one that the town stands at.
  const world = { ...town.world, clock: () => new Date(town.now()) } as Parameters<typeof seedTickets>[0]
  await dismiss(town)
  const [first, , , other] = await seedTickets(world)
  const seeded = await seedReleases(world, () => undefined)
  await seedSpots(world)
  await seedDesk(world)
  await seedPast(world)
  const [group = '', unanswered = ''] = await seedGroups(world)
  await town.world.store.insert('readings', 'weather', { at: town.now(), value: forecast(new Date(town.now())) })
  const release = (name: string): string => {
    const found = seeded.find((one) => one.name === name)
    if (!found) throw new Error(`no sample release ${name}`)
    return found.id
  }
  const tokens = {
    anyone: '',
    worker: await citizenSession(town, scenarios[0]?.citizen ?? ''),
    neighbour: await citizenSession(town, 'c_neighbour'),
    thirsty: await citizenSession(town, together[0]?.asks[0]?.citizen ?? ''),
    wang: await signIn(town, 'wang'),
    lin: await signIn(town, 'lin'),
    gao: await signIn(town, 'gao'),
  }
  await new Person(town.door, tokens.worker).gets('follows.add', { no: other?.no ?? '' })
  const whole = await fileWhole(new Person(town.door, tokens.neighbour))
  await runDesk(town, new Person(town.door, tokens.lin))
  const { offer } = await new Person(town.door).gets('desk.offer', { label: 'Chrome · Windows' })
  const { items } = await new Person(town.door, tokens.thirsty).gets('tickets.mine', {})
  const things = { ticket: first?.no ?? '', whole, offer, release, group, unanswered, told: items[0]?.no ?? '' }
  return { town, things, tokens }
}

/** Who sits at the desk this morning; and what the clock has to say nine minutes after the neighbour has filed. */
async function runDesk(town: ServerTown, admin: Person): Promise<void> {
  const shift = { day: town.now().slice(0, 10), from: '08:30', to: '12:00', officials: ['o_wang'] }
  await admin.gets('duty.setShift', shift)
  await town.tick()
  town.pass(9)
  await town.tick()
}

/** The town has officials of its own, under the same names: the sample ones come instead. */
async function dismiss({ world: { store } }: ServerTown): Promise<void> {
  const { items } = await store.find('officials', { by: 'id', limit: 50 })
  for (const { id, version } of items) await store.remove('officials', id, version)
}

const signIn = async (town: ServerTown, account: string): Promise<string> =>
  (await new Person(town.door).signsIn(account, DEMO_PASSWORD)).token

/** A filing with everything in it that a filing may have. */
async function fileWhole(neighbour: Person): Promise<string> {
  const photo = await neighbour.uploads(await pictures.phoneJpeg(11))
  const voice = await neighbour.uploadsClip(clips.mp3(12))
  const film = await neighbour.uploadsClip(clips.mp4())
  const { no } = await neighbour.gets('tickets.file', {
    key: newKey(),
    kind: 'complaint',
    category: 'light',
    text: '小学门口的路灯三天不亮了，孩子晚上放学看不见路，我妈摔了一跤。',
    place: { address: '垦丰大街小学门口', point: { lat: 39.2731, lng: 118.4602 } },
    spot: 'LAMP-0001',
    photos: [photo.id],
    clips: [voice.id, film.id],
    visibility: 'shown',
    name: '吴小明',
    phone: '13912345678',
    consent: true,
    details: [
      { question: 'how-many', option: 'some' },
      { question: 'wires', option: 'unsure' },
    ],
    behalf: { relation: 'parent', name: '吴老太太', phone: '13800001111' },
    against: { unit: 'urban', name: '路灯所值班员' },
  })
  return no
}

/** A sample citizen has no phone: theirs is a session put into the store. */
async function citizenSession({ world, now }: ServerTown, actor: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.parse(now()) + 24 * HOUR).toISOString()
  await world.store.insert('sessions', idOf('session', token), { role: 'citizen', actor, expiresAt })
  return token
}

/** Made up, and its source says so: no weather was ever like this. */
function forecast(now: Date): Forecast {
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR).toISOString()
  const day = (days: number) => at(days * 24).slice(0, 10)
  return {
    now: {
      at: at(0),
      temperature: 6,
      feelsLike: 2,
      humidity: 58,
      sky: 'cloudy',
      wind: { speed: 7, direction: 45, gusts: 12 },
      rain: 0,
    },
    hours: Array.from({ length: 24 }, (_, hour) => ({
      at: at(hour),
      temperature: Math.round(6 + 5 * Math.sin((hour - 2) / 4)),
      sky: hour < 8 ? ('cloudy' as const) : hour < 14 ? ('rain' as const) : ('clear' as const),
      rainChance: hour < 8 ? 10 : hour < 14 ? 70 : 5,
    })),
    days: (['rain', 'clear', 'cloudy', 'fog', 'snow', 'overcast', 'clear'] as const).map((sky, place) => ({
      day: day(place),
      high: 9 - place,
      low: 1 - place,
      sky,
      rainChance: sky === 'rain' || sky === 'snow' ? 70 : 10,
      sunrise: `${day(place)}T06:42:00+08:00`,
      sunset: `${day(place)}T18:08:00+08:00`,
      wind: 6 + place,
      uv: 3,
    })),
    source: { name: 'Open-Meteo（示例读数）', url: 'https://open-meteo.com/' },
  }
}

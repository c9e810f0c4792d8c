/** Many people, one server that dies now and then, and a bad line between. What becomes of their filings. */
import { mp3 } from '../clips'
import { jpeg } from '../pictures'
import { audit, type Found } from './audit'
import { type Chance, chanceOf } from './chance'
import { encoder, type Mortal, startMortal } from './host'
import { lineOf } from './line'
import { type Meant, makePerson, type Person, type Plan } from './person'
import { newDevice } from './phone'
import { type Fate, startWeather } from './weather'

export type Storm = {
  filings: number
  seed: number
  /** How many write at the same time. */
  together?: number
  say?: (line: string) => void
}
export type Outcome = {
  filings: number
  stormy: Found
  calm: Found
  kills: { app: number; server: number }
  told: number
  cuts: Record<Fate, number>
}

const PATIENCE = 4_000
const HASTE = 20
const DEATHS = 0.004
/** How long it goes on when everybody has written, for each filing, at most; and the share that may get through it. */
const STORM = 300
const THROUGH = 0.7
/** How long after the storm everything may take to arrive, for each filing. */
const CALM = 1_500

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

export async function storm({ filings, seed, together = 10, say = () => undefined }: Storm): Promise<Outcome> {
  const chance = chanceOf(seed)
  const host = await startMortal()
  const weather = await startWeather(host.port, chance.own())
  const encoded = await encoder()
  let over = false
  try {
    const people = await peopleOf(filings, chance, weather.url)
    say(`${people.length} people, ${filings} filings`)
    const dying = diesNowAndThen(host, chance.own(), () => over)
    await inTurns(people, together, async (person) => {
      for (const plan of person.plans) await person.acts(plan)
    })
    await rages(people, filings * STORM + 6_000)
    over = true
    await dying
    const stormy = await audit(people, host.folder, encoded.nameOf)
    const cuts = { ...weather.counts }
    say(`storm over: ${stormy.shown} shown as sent, ${stormy.drafts} still on phones`)
    weather.calm(true)
    await inTurns(people, together, (person) => person.calms())
    await arrives(people, filings * CALM + 20_000)
    const calm = await audit(people, host.folder, encoded.nameOf)
    for (const person of people) person.end()
    const kills = { app: people.reduce((sum, person) => sum + person.kills(), 0), server: host.kills() }
    return { filings, stormy, calm, kills, told: people.reduce((sum, person) => sum + person.told(), 0), cuts }
  } finally {
    over = true
    await weather.close()
    await host.end()
    await encoded.remove()
  }
}

async function peopleOf(filings: number, chance: Chance, url: string): Promise<Person[]> {
  const people: Person[] = []
  for (let made = 0; made < filings; ) {
    const own = chance.own()
    const device = newDevice(`p${people.length}`)
    const plans: Plan[] = []
    for (const most = Math.min(filings, made + 1 + own.below(3)); made < most; made++)
      plans.push(await planOf(made, own))
    const person = makePerson({
      device,
      line: lineOf(device, url, PATIENCE),
      plans,
      chance: own,
      haste: HASTE,
      deaths: DEATHS,
    })
    if (own.happens(0.15)) person.twin()
    people.push(person)
  }
  return people
}

async function planOf(nth: number, chance: Chance): Promise<Plan> {
  const tag = `#${nth} `
  const photos = Array.from({ length: chance.below(5) }, (_, index) =>
    jpeg(120 + 16 * index + 2 * chance.below(4), 90, nth * 8 + index),
  )
  const seconds = 1 + chance.below(4)
  const voice: Meant[] = chance.happens(0.3) ? [{ bytes: mp3(seconds, { seed: nth }), kind: 'voice', seconds }] : []
  return {
    tag,
    texts: ['村口', '村口路灯不亮', '村口路灯不亮三天了，请来看看'].map((text) => tag + text),
    media: [...(await Promise.all(photos)).map((bytes): Meant => ({ bytes, kind: 'photo' })), ...voice],
    ...(chance.happens(0.08) && { broken: Buffer.from(`no picture ${nth}`) }),
    sends: !chance.happens(0.1),
    kept: '',
    tried: '',
  }
}

async function inTurns<T>(all: T[], together: number, does: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let one = left.shift(); one; one = left.shift()) await does(one)
  }
  await Promise.all(Array.from({ length: together }, worker))
}

async function diesNowAndThen(host: Mortal, chance: Chance, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await pause(1_500 + chance.below(4_000))
    if (!isOver()) await host.kill()
  }
}

/** The storm goes on while phones try by themselves. Whoever finds their app closed opens it again. */
async function rages(people: Person[], most: number): Promise<void> {
  const until = Date.now() + most
  const plans = people.flatMap((person) => person.plans)
  while (Date.now() < until && plans.filter(({ no }) => no).length < plans.length * THROUGH) {
    await pause(150)
    await Promise.all(people.map((person) => person.looks()))
  }
}

/** Until nothing waits any more and what was given back has been looked after; or too long. */
async function arrives(people: Person[], most: number): Promise<void> {
  const until = Date.now() + most
  while (Date.now() < until) {
    const busy = people.filter((person) =>
      person
        .life()
        .drafts.all()
        .some(({ state, wrong }) => state === 'waiting' || wrong),
    )
    if (!busy.length) return
    for (const person of busy) {
      for (const plan of person.plans) if (person.life().drafts.draft(plan.id ?? '')?.wrong) await person.acts(plan)
      person.life().drafts.hurry()
    }
    await pause(200)
  }
}

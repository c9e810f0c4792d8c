/** Somebody with a phone who files things, in a storm: the app dies under their hands, the phone is full, photos are refused. */
import type { Draft } from '@/client/drafts/draft'
import type { Chance } from './chance'
import type { Line } from './line'
import { type Device, Killed, type Life, startApp } from './phone'

/** A photo, or a voice note. */
export type Meant = { bytes: Buffer; kind: 'photo' | 'voice'; seconds?: number }
/** What somebody means to file, and what the phone has told them about it. */
export type Plan = {
  tag: string
  texts: string[]
  media: Meant[]
  /** No picture at all: the server refuses it, and the person takes it out again. */
  broken?: Buffer
  sends: boolean
  id?: string
  /** The last words that the phone said it has, and those it was just being told. */
  kept: string
  tried: string
  /** The number, once the phone has shown it. */
  no?: string
}
export type Person = {
  device: Device
  plans: Plan[]
  life: () => Life
  kills: () => number
  told: () => number
  /** Writes and sends, however often the app dies meanwhile. */
  acts: (plan: Plan) => Promise<void>
  /** Looks at what has become of it, and opens the app again where it was closed. */
  looks: () => Promise<void>
  /** The storm is over. */
  calms: () => Promise<void>
  twin: () => void
  end: () => void
}

type Making = {
  device: Device
  line: Line
  plans: Plan[]
  chance: Chance
  haste: number
  /** The share of the phone's calls at which the app is killed. */
  deaths: number
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

export function makePerson({ device, line, plans, chance, haste, deaths }: Making): Person {
  let stormy = true
  let kills = 0
  let full = 0
  const strike = () => (stormy && chance.happens(deaths) ? chance.one(['before', 'after'] as const) : undefined)
  const start = (): Life => startApp({ device, server: line, strike, haste })
  let life = start()
  const others: Life[] = []

  /** As long as the app lives: a dead one answers nothing. */
  const alive = <T>(does: Promise<T>): Promise<T> =>
    Promise.race([
      does,
      life.death.then((): never => {
        throw new Killed()
      }),
    ])

  async function restart(): Promise<void> {
    life.kill()
    kills++
    await pause(chance.below(30))
    life = start()
    await alive(
      life.drafts.recover().then(
        () => undefined,
        () => undefined,
      ),
    ).catch(() => undefined)
  }

  /** The phone is full: that is said, and the person makes room. */
  function heed(kept: string): boolean {
    if (kept !== 'full') return kept === 'kept'
    full++
    delete device.room
    return false
  }

  function fill(plan: Plan, draft: Draft, text: string): void {
    plan.tried = text
    for (let tries = 0; tries < 3; tries++) {
      if (!heed(life.drafts.fill(draft.id, { ...draft.form, text }))) continue
      plan.kept = text
      return
    }
  }

  /** Puts in what is not there yet, and takes out what is marked as wrong. */
  async function records(plan: Plan, id: string): Promise<void> {
    for (let tries = 0; tries < 4; tries++) {
      const media = life.drafts.draft(id)?.media ?? []
      for (const { key, state } of media) if (state === 'refused') life.drafts.remove(id, key)
      if (media.some(({ state }) => state === 'keeping')) await alive(pause(20))
      const there = (life.drafts.draft(id)?.media ?? []).map(
        ({ key }) => device.files.get(key) ?? device.camera.get(key),
      )
      const missing = plan.media.filter((meant) => !there.some((bytes) => bytes?.equals(meant.bytes)))
      if (!missing.length) return
      for (const meant of missing) await alive(taken(id, meant))
    }
  }

  async function taken(id: string, { bytes, ...what }: Meant): Promise<void> {
    const from = `camera-${device.keys}`
    device.camera.set(from, bytes)
    heed(await life.drafts.add(id, { from, ...what, bytes: bytes.length }))
  }

  /** Opens it where it was left and does what is left to do. True when it is on its way, or done. */
  async function works(plan: Plan): Promise<boolean> {
    const known = plan.id === undefined ? undefined : life.drafts.draft(plan.id)
    if (known && known.state !== 'writing') return true
    if (plan.id !== undefined && !known && plan.kept) return true
    const draft = known ?? life.drafts.start({ category: 'light' })
    plan.id = draft.id
    life.drafts.opened(draft.id)
    if (stormy && chance.happens(0.1)) device.room = chance.below(9_000)
    for (const [index, text] of plan.texts.entries()) {
      fill(plan, draft, text)
      if (index === 0) await records(plan, draft.id)
      if (index === 1 && plan.broken && !draft.wrong)
        await alive(taken(draft.id, { bytes: plan.broken, kind: 'photo' }))
      await alive(pause(chance.below(20)))
    }
    await records(plan, draft.id)
    if (!plan.sends) return true
    const sent = heed(life.drafts.send(draft.id))
    if (chance.happens(0.2)) life.drafts.send(draft.id)
    life.drafts.closed(draft.id)
    if (sent && stormy && chance.happens(0.4)) await secondThoughts(plan, draft.id)
    return sent
  }

  /** Wants it back to say one thing more, if it can be had back. */
  async function secondThoughts(plan: Plan, id: string): Promise<void> {
    await alive(pause(chance.below(100)))
    if (!life.drafts.recall(id)) return
    const more = `${plan.texts.at(-1)}（补充）`
    const draft = life.drafts.draft(id)
    if (draft) fill(plan, draft, more)
    plan.texts.push(more)
    life.drafts.send(id)
  }

  async function acts(plan: Plan): Promise<void> {
    for (let tries = 0; tries < 25; tries++) {
      try {
        if (!(await works(plan))) continue
        await alive(pause(chance.below(150)))
        const draft = life.drafts.draft(plan.id ?? '')
        if (draft?.state === 'filed' && draft.no) plan.no = draft.no
        if (draft?.wrong && draft.state === 'writing') continue
        return
      } catch (error) {
        if (!(error instanceof Killed)) throw error
        await restart()
      }
    }
  }

  async function looks(): Promise<void> {
    try {
      for (const plan of plans) {
        const { no, wrong, state, media } = life.drafts.draft(plan.id ?? '') ?? {}
        if (no) plan.no = no
        if (wrong) await acts(plan)
        // What has all of its media there may have arrived: just then it must not be had back.
        const ready = state === 'waiting' && media?.every((one) => one.state === 'sent')
        if (ready && stormy && chance.happens(0.3)) await secondThoughts(plan, plan.id ?? '')
      }
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    if (life.isDead()) await restart()
  }

  return {
    device,
    plans,
    acts,
    looks,
    life: () => life,
    kills: () => kills,
    told: () => full,
    /** A second tab of the same browser. */
    twin() {
      const other = start()
      others.push(other)
      void other.drafts.recover().catch(() => undefined)
    },
    async calms() {
      stormy = false
      delete device.room
      for (const other of others) other.kill()
      life.kill()
      life = start()
      await life.drafts.recover()
    },
    end() {
      stormy = false
      for (const other of others) other.kill()
      life.kill()
    },
  }
}

/** What a person does, in the words of the app. Each step goes over HTTP and fails the test when it is refused. */
import type { Action, Answer, Ask, Failure, Output } from '@/contract'
import type { ClipView, PhotoView } from '@/contract/shapes'
import type { TicketView } from '@/contract/tickets'
import type { MediaView } from '@/contract/uploads'
import type { Store } from '@/server/ports'
import * as pictures from '../pictures'

export type Replied<T> = { status: number; answer: Answer<T>; trace: string; raw: string }
export type Headers = Record<string, string>
type Command = Ask<'tickets.act'>['command']

let keys = 0
/** A key that no other call has, as a client would make. */
export const newKey = () => `key-${process.pid}-${String(++keys).padStart(12, '0')}`

export const COMPLAINT = {
  kind: 'complaint',
  category: 'traffic',
  text: '高速出口早上堵得厉害，一公里要走一个小时。',
  place: { address: '唐曹高速曹妃甸出口', point: { lat: 39.2719, lng: 118.4478 } },
  photos: [],
  visibility: 'shown',
  name: '吴小明',
  phone: '13912345678',
} satisfies Omit<Ask<'tickets.file'>, 'key'>

export type Filing = Ask<'tickets.file'>
export const complaint = (changed: Partial<Filing> = {}): Filing => ({ key: newKey(), ...COMPLAINT, ...changed })

/** How what a person does reaches the server: over HTTP, or as a cloud function. */
export type Door = {
  asks(action: string, input: unknown, token: string, headers: Headers): Promise<Replied<unknown>>
  sendsFile(bytes: Uint8Array, name: string, token: string, headers: Headers): Promise<Replied<unknown>>
}

/** What a phone or computer says that it is. Everybody's is the same unless a test is about that. */
export const DEVICE = 'the-device-of-everybody-in-tests'
export const deviceHeader = (device: string): Headers => (device ? { 'x-minhu-device': device } : {})
/** A desk on which nothing lies, for the next case. */
export async function empties({ world: { store } }: { world: { store: Store } }, collections: string[]): Promise<void> {
  for (const collection of collections) {
    for (;;) {
      const { items } = await store.find(collection, { by: 'id', limit: 50 })
      if (!items.length) break
      for (const { id, version } of items) await store.remove(collection, id, version)
    }
  }
}

/** How many each queue holds; those that nobody counts, and empty ones, are left out. */
export const countsIn = ({ queues }: Output<'desk.queue'>): Record<string, number> =>
  Object.fromEntries(queues.flatMap(({ name, count }) => (count ? [[name, count]] : [])))

export class Person {
  device = DEVICE

  constructor(
    readonly door: Door,
    public token = '',
  ) {}

  /** A call as a client may send it, right or wrong. */
  asks = (action: string, input: unknown, headers: Headers = {}) =>
    this.door.asks(action, input, this.token, { ...deviceHeader(this.device), ...headers })

  /** A call that must succeed. */
  async gets<A extends Action>(action: A, input: Ask<A>): Promise<Output<A>> {
    const { answer } = (await this.asks(action, input)) as Replied<Output<A>>
    if (!answer.ok) throw new Error(`${action} was refused: ${answer.error.reason} ${answer.error.field ?? ''}`)
    return answer.data
  }

  /** A call that must be refused. */
  async isRefused(action: string, input: unknown, headers: Headers = {}): Promise<Failure & { status: number }> {
    const { status, answer } = await this.asks(action, input, headers)
    if (answer.ok) throw new Error(`${action} was not refused`)
    return { ...answer.error, status }
  }

  sendsFile = (bytes: Uint8Array, name = 'photo.jpg', headers: Headers = {}) =>
    this.door.sendsFile(bytes, name, this.token, { ...deviceHeader(this.device), ...headers })

  async uploads(bytes: Uint8Array): Promise<PhotoView> {
    const media = await this.sends(bytes)
    if (!('photo' in media)) throw new Error('the photo became something else')
    return media.photo
  }

  async uploadsClip(bytes: Uint8Array): Promise<ClipView> {
    const media = await this.sends(bytes)
    if (!('clip' in media)) throw new Error('the recording became something else')
    return media.clip
  }

  /** Signs in with the password, and the code where one is needed. */
  async signsIn(account: string, password: string, code?: string): Promise<this> {
    const given = await this.gets('desk.signIn', { account, password, ...(code && { code }) })
    if (given.is !== 'in') throw new Error(`${account} was asked for more: ${given.is}`)
    this.token = given.token
    return this
  }

  private async sends(bytes: Uint8Array): Promise<MediaView> {
    const { answer } = (await this.sendsFile(bytes)) as Replied<MediaView>
    if (!answer.ok) throw new Error(`the file was refused: ${answer.error.reason}`)
    return answer.data
  }

  files = (changed: Partial<Filing> = {}) => this.gets('tickets.file', complaint(changed))
  sees = (no: string) => this.gets('tickets.open', { no })
  opens = async (no: string) => (await this.gets('desk.open', { no })).ticket

  /** How many there are in each queue this official has, where anybody counts them. */
  counts = async (queue: Ask<'desk.queue'>['queue'] = 'open') => countsIn(await this.gets('desk.queue', { queue }))

  does = (no: string, command: Command) => this.gets('tickets.act', { no, key: newKey(), command })
  mayNot = (no: string, command: Command) => this.isRefused('tickets.act', { no, key: newKey(), command })

  adds = (no: string, text: string) => this.does(no, { do: 'add', text })
  replies = (no: string, text: string) => this.does(no, { do: 'reply', text })
  dispatches = (no: string, unit: string, note?: string) =>
    this.does(no, { do: 'dispatch', unit, ...(note && { note }) })
  takes = (no: string) => this.does(no, { do: 'take' })
  objects = (no: string, reason: string) => this.does(no, { do: 'object', reason })
  asksBack = (no: string, text: string) => this.does(no, { do: 'ask-back', text })
  supplies = (no: string, text: string) => this.does(no, { do: 'supply', text })
  confirms = (no: string) => this.does(no, { do: 'confirm' })
  disputes = (no: string, text: string) => this.does(no, { do: 'dispute', text })
  reopens = (no: string, text: string) => this.does(no, { do: 'review', outcome: 'reopen', text })
  upholds = (no: string, text: string) => this.does(no, { do: 'review', outcome: 'uphold', text })
  rates = (no: string, stars: number, text?: string) => this.does(no, { do: 'rate', stars, ...(text && { text }) })
  withdraws = (no: string) => this.does(no, { do: 'withdraw' })

  /** Answers that it is done, with a photo of it. */
  async finishes(no: string, text: string): Promise<TicketView> {
    const { id } = await this.uploads(await pictures.jpeg(320, 240, ++keys))
    return this.does(no, { do: 'answer', result: 'done', text, photos: [id] })
  }
}

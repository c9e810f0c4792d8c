/** People who file and write without a pause, and send again with the same key until they have an answer. */
import type { Action, Ask, Output } from '@/contract'
import { complaint, newKey, type Person, type Replied } from './people'
import { pause } from './processes'
import { citizenOf, personAt } from './server-door'

/** What was acknowledged: the number of each filing by its key, the texts added by number. */
export type Acknowledged = { person: Person; filed: Map<string, string>; added: Map<string, string[]> }

/** Each may file 20 times an hour and act 120 times in ten minutes. */
const MOST = 15

export async function gather(url: string, size: number) {
  const people: Acknowledged[] = await Promise.all(
    Array.from({ length: size }, async () => ({ person: await citizenOf(url), filed: new Map(), added: new Map() })),
  )
  const statuses: Record<number, number> = {}
  let going = true

  /** What a dying host, its proxy or the network says is no answer: the same call is sent again. */
  async function insists<A extends Action>(person: Person, action: A, input: Ask<A>): Promise<Output<A>> {
    for (;;) {
      const reply = (await person.asks(action, input).catch(() => undefined)) as Replied<Output<A>> | undefined
      const status = reply?.status ?? 0
      statuses[status] = (statuses[status] ?? 0) + 1
      if (reply?.answer.ok) return reply.answer.data
      if (status >= 400 && status < 500) throw new Error(`${action} was refused: ${reply?.raw}`)
      await pause(30)
    }
  }

  async function live({ person, filed, added }: Acknowledged) {
    for (let round = 0; going && round < MOST; round++) {
      const filing = complaint({ text: `路灯不亮，第 ${round} 件` })
      const { no } = await insists(person, 'tickets.file', filing)
      filed.set(filing.key, no)
      const text = `补充说明 ${filing.key}`
      await insists(person, 'tickets.act', { no, key: newKey(), command: { do: 'add', text } })
      added.set(no, [text])
    }
  }

  const busy = Promise.all(people.map(live))
  const acknowledged = () => people.reduce((sum, { filed }) => sum + filed.size, 0)
  return {
    people,
    /** How often each HTTP status was answered; 0 is no answer at all. */
    statuses,
    acknowledged,
    /** Resolves when so many filings are acknowledged. */
    until: (count: number) =>
      Promise.race([
        busy,
        (async () => {
          while (acknowledged() < count) await pause(10)
        })(),
      ]),
    /** No new rounds; everybody finishes the one they are in. */
    async rest() {
      going = false
      await busy
    },
  }
}

/** What is acknowledged at this moment, to be compared later. */
export const soFar = (people: Acknowledged[]): Acknowledged[] =>
  people.map(({ person, filed, added }) => ({ person, filed: new Map(filed), added: new Map(added) }))

/** Every acknowledged filing is one ticket and every message one line of it, as its asker sees it at `url`. */
export async function expectNothingLost(people: Acknowledged[], url: string) {
  for (const { person, filed, added } of people) {
    const asker = personAt(url, person.token)
    for (const no of filed.values()) {
      const { history } = await asker.sees(no)
      const words = history.filter(({ did }) => did === 'add').map(({ text }) => text)
      expect([no, ...history.slice(0, 2).map(({ did }) => did)]).toEqual([no, 'file', 'received'])
      expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([])
      expect(words).toEqual(expect.arrayContaining(added.get(no) ?? []))
    }
  }
}

/**
 * A host that dies while it answers somebody in the chat: whatever it had done by then, they get one ticket and one answer. Who
 * dies after sending that and before noting it sends the same once more: see decisions 007 and 031.
 */
import type { Store } from '@/server/ports'
import { openTown, type ServerTown } from './town'
import { type Acted, actedWeChat } from './wechat'

let town: ServerTown
let wechat: Acted
afterEach(() => town.close())

let ids = 24_678_912_345_678_000n
const text = (Content: string) => ({
  ...{ ToUserName: 'gh_minhu', FromUserName: 'o-wu', MsgType: 'text', Content, MsgId: String(++ids) },
  CreateTime: Math.floor(Date.parse(town.now()) / 1000),
})
const said = () =>
  wechat.asked.flatMap(({ call, with: sent }) =>
    call === 'customSend' ? [(sent as { text: { content: string } }).text.content] : [],
  )

const ASKS = ['get', 'insert', 'update', 'remove', 'find', 'count', 'tx'] as const

/** From its `nth` question on, the store of a dead host answers nobody. Gives how to bring another host to life. */
function dies(store: Store, nth: number): { asked: () => number; revive: () => void } {
  const alive = { ...store }
  let asked = 0
  for (const name of ASKS) {
    const real = alive[name] as (...what: never[]) => Promise<unknown>
    Object.assign(store, {
      [name]: (...what: never[]) => (++asked >= nth ? Promise.reject(new Error('dead')) : real(...what)),
    })
  }
  return { asked: () => asked, revive: () => void Object.assign(store, alive) }
}

describe.each([
  ['WeChat tries again', async (push: { MsgType: string }) => town.pushes(push)],
  ['nobody asks again', async () => undefined],
])('%s', (_, next) => {
  it('at whichever of its questions to the store it dies', async () => {
    const outcomes: { nth: number; tickets: number; isRight: boolean }[] = []
    for (let nth = 2; ; nth++) {
      wechat = actedWeChat()
      town = await openTown({ wechat })
      await town.pushes(text('人工'))
      const before = said().length
      const question = text('明天停水到几点？')
      const death = dies(town.world.store, nth)
      await town.pushes(question).catch(() => undefined)
      const isOver = death.asked() < nth
      const [diedAfter] = isOver ? [] : said().slice(before)
      death.revive()
      const isWritten = (await town.world.store.count('pushes', {})) === 2
      if (isWritten) await next(question)
      for (let minute = 0; minute < 5; minute++) {
        town.pass(1)
        await town.tick()
      }
      const answers = new Set(said().slice(before))
      const isTwice = said().length - before === 2
      const isRight = answers.size === 1 && isTwice === (diedAfter !== undefined)
      if (isWritten) outcomes.push({ nth, tickets: await town.world.store.count('tickets', {}), isRight })
      if (isOver) break
      await town.close()
    }
    const right = outcomes.map((one) => ({ ...one, tickets: 1, isRight: true }))
    expect([outcomes, outcomes.length > 10]).toEqual([right, true])
  }, 240_000)
})

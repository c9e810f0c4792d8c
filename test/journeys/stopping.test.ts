/** A server of one's own that is told to stop finishes what it has begun. In the cloud nobody stops anything. */
import { Agent, request } from 'node:http'
import * as pictures from '../pictures'
import { complaint } from './people'
import { openTown, type ServerTown } from './town'

let town: ServerTown
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close().catch(() => undefined))

const seconds = async (work: Promise<unknown>) => {
  const started = performance.now()
  await work
  return (performance.now() - started) / 1000
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends the first half of a filing, and the rest when told to. */
function halfSent(url: string, token: string, agent: Agent) {
  const body = JSON.stringify(complaint())
  const sending = request(`${url}/call/tickets.file`, {
    method: 'POST',
    agent,
    headers: { authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) },
  })
  const status = new Promise<number | undefined>((resolve, reject) => {
    sending.on('response', (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
    sending.on('error', reject)
  })
  sending.write(body.slice(0, 20))
  return { status, rest: () => sending.end(body.slice(20)) }
}

it('finishes uploads and filings that are under way, takes no new ones, and ends soon', async () => {
  const worker = await town.citizen()
  const photo = await pictures.jpeg(4000, 3000)
  const uploads = [
    worker.sendsFile(photo),
    worker.sendsFile(await pictures.jpeg(4000, 3000, 2)),
    worker.asks('tickets.file', complaint()),
  ]
  await pause(60)
  const stopping = seconds(town.stop())
  expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await stopping).toBeLessThan(4)
  await expect(worker.asks('home.open', {})).rejects.toThrow()
  expect(town.log.at(-1)).toContain('"event":"stopped"')
  expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

it('waits for a phone that is still sending', async () => {
  const worker = await town.citizen()
  const agent = new Agent({ keepAlive: true })
  const { status, rest } = halfSent(town.url, worker.token, agent)
  await pause(60)
  const stopping = seconds(town.stop())
  await pause(300)
  rest()
  expect(await status).toBe(200)
  expect(await stopping).toBeLessThan(4)
  agent.destroy()
})

it('is not kept up by phones that keep a connection open and say nothing', async () => {
  const worker = await town.citizen()
  await Promise.all(Array.from({ length: 5 }, () => worker.asks('home.open', {})))
  expect(await seconds(town.stop())).toBeLessThan(2)
})

it('leaves a store in which everything that was acknowledged is there', async () => {
  const worker = await town.citizen()
  const filed = await Promise.all(Array.from({ length: 5 }, () => worker.files()))
  await town.stop()
  const again = await openTown({ env: { MINHU_VAR: town.folder } })
  const returned = again.anyone()
  returned.token = worker.token
  expect((await returned.gets('tickets.mine', {})).items.map(({ no }) => no).sort()).toEqual(
    filed.map(({ no }) => no).sort(),
  )
  await again.stop()
})

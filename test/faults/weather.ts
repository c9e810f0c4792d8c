/** A bad network: a proxy on loopback that gives each connection a fate, in the bytes and not in the messages. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Chance } from './chance'

export const FATES = [
  'refused',
  'lost',
  'cut before',
  'cut going',
  'cut coming',
  'answer dropped',
  'slow',
  'not ours',
] as const
export type Fate = (typeof FATES)[number] | 'well'

/** How often, of a hundred connections. The rest arrive. */
const SHARES: Record<(typeof FATES)[number], number> = {
  refused: 6,
  lost: 30,
  'cut before': 5,
  'cut going': 7,
  'cut coming': 5,
  'answer dropped': 7,
  slow: 6,
  'not ours': 3,
}
const PORTAL = '<html><title>欢迎使用免费WiFi</title><form>…</form></html>'
/** Bytes at a time on a slow line, and milliseconds between. */
const SIP = 300
const PAUSE = 30

export type Weather = {
  url: string
  counts: Record<Fate, number>
  calm: (calm: boolean) => void
  close: () => Promise<void>
}

/** `target` may change: a server that was killed comes back at another port. `fate`: for one that is planned. */
export async function startWeather(target: () => number, chance: Chance, fate?: () => Fate): Promise<Weather> {
  const counts: Record<Fate, number> = Object.assign(
    { well: 0 },
    Object.fromEntries(FATES.map((one) => [one, 0])) as Record<(typeof FATES)[number], number>,
  )
  const sockets = new Set<Socket>()
  let isCalm = false

  const drawn = (): Fate => {
    let left = chance.below(100)
    for (const one of FATES) {
      left -= SHARES[one]
      if (left < 0) return one
    }
    return 'well'
  }
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  }

  const server = createServer({ allowHalfOpen: false }, (phone) => {
    track(phone)
    const what = isCalm ? 'well' : (fate?.() ?? drawn())
    counts[what]++
    const bytes = chance.below(6_000)
    if (what === 'refused') return phone.resetAndDestroy()
    if (what === 'lost') return phone.resume()
    if (what === 'cut before') return phone.once('data', () => phone.destroy())
    if (what === 'not ours') {
      return phone.once('data', () =>
        phone.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n${PORTAL}`),
      )
    }
    const host = connect(target(), '127.0.0.1')
    track(host)
    const end = () => {
      phone.destroy()
      host.destroy()
    }
    host.on('error', end)
    host.on('close', () => phone.end())
    phone.on('close', () => host.destroy())
    if (what === 'cut going') passOnly(phone, host, bytes, end)
    else if (what === 'slow') trickle(phone, host).catch(end)
    else phone.pipe(host)
    if (what === 'cut coming') passOnly(host, phone, bytes % 400, end)
    else if (what === 'answer dropped') host.once('data', end)
    else host.pipe(phone)
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    calm(calm) {
      isCalm = calm
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function passOnly(from: Socket, to: Socket, most: number, end: () => void): void {
  let left = most
  from.on('data', (part: Buffer) => {
    to.write(part.subarray(0, left))
    left -= part.length
    // What was written is on its way before the line goes.
    if (left <= 0) setTimeout(end, 5)
  })
}

async function trickle(from: Socket, to: Socket): Promise<void> {
  for await (const part of from as AsyncIterable<Buffer>) {
    for (let at = 0; at < part.length && !to.destroyed; at += SIP) {
      to.write(part.subarray(at, at + SIP))
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}

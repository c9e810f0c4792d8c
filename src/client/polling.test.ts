import { EVERY, type Heard, pauseAfter, SLOWEST, startPolling } from './polling'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

/** A server that answers as told, and how often it was asked. */
function answering(heard: Heard = 'heard') {
  const server = { heard, asked: 0 }
  const polling = startPolling(async () => {
    server.asked++
    return server.heard
  })
  return { server, ...polling, after: (ms: number) => jest.advanceTimersByTimeAsync(ms) }
}

test('asks nothing before somebody looks', async () => {
  const { server, after } = answering()
  await after(10 * EVERY)
  expect(server.asked).toBe(0)
})

test('asks every ten seconds, not at once: the page itself was just asked', async () => {
  const { server, wake, after } = answering()
  wake()
  await after(EVERY - 1)
  expect(server.asked).toBe(0)
  await after(1 + 2 * EVERY)
  expect(server.asked).toBe(3)
})

test('rests while nobody looks, and asks at once when somebody does again', async () => {
  const { server, wake, rest, after } = answering()
  wake()
  await after(EVERY)
  rest()
  await after(60 * EVERY)
  expect(server.asked).toBe(1)
  wake()
  await after(0)
  expect(server.asked).toBe(2)
})

test('asks ever more rarely while nobody answers, and as usual once somebody has', async () => {
  const { server, wake, after } = answering('unheard')
  wake()
  await after(EVERY)
  await after(2 * EVERY - 1)
  expect(server.asked).toBe(1)
  await after(1 + 4 * EVERY)
  expect(server.asked).toBe(3)
  server.heard = 'heard'
  await after(8 * EVERY)
  await after(2 * EVERY)
  expect(server.asked).toBe(6)
})

test('does not wait out the long pause once the network is back', async () => {
  const { server, wake, after } = answering('unheard')
  wake()
  await after(EVERY)
  server.heard = 'heard'
  wake()
  await after(0)
  expect(server.asked).toBe(2)
})

test('ends with the session, until somebody comes back', async () => {
  const { server, wake, rest, after } = answering('over')
  wake()
  await after(20 * EVERY)
  expect(server.asked).toBe(1)
  rest()
  server.heard = 'heard'
  wake()
  await after(EVERY)
  expect(server.asked).toBe(3)
})

test('never asks twice at the same time', async () => {
  let asked = 0
  const { wake } = startPolling(() => {
    asked++
    return new Promise(() => undefined)
  })
  wake()
  await jest.advanceTimersByTimeAsync(EVERY)
  wake()
  await jest.advanceTimersByTimeAsync(10 * EVERY)
  expect(asked).toBe(1)
})

test('the pause never grows beyond two minutes', () => {
  expect([0, 1, 2, 3, 4, 50].map((unheard) => pauseAfter(unheard))).toEqual([
    EVERY,
    2 * EVERY,
    4 * EVERY,
    8 * EVERY,
    SLOWEST,
    SLOWEST,
  ])
})

test('asks as often as it is told to, and slower from the moment that says so', async () => {
  let every = 4_000
  let asked = 0
  const { wake } = startPolling(
    async () => {
      asked++
      return 'heard'
    },
    () => every,
  )
  wake()
  await jest.advanceTimersByTimeAsync(8_000)
  expect(asked).toBe(2)
  every = 30_000
  await jest.advanceTimersByTimeAsync(4_000 + 30_000)
  expect(asked).toBe(4)
})

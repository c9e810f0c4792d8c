import { openTown, type ServerTown } from '../../test/journeys/town'

let town: ServerTown
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const metrics = async (headers: Record<string, string> = {}) => {
  const response = await fetch(`${town.url}/metrics`, { headers })
  return { status: response.status, text: await response.text() }
}

it('counts requests by kind and status, and names nobody', async () => {
  const citizen = await town.citizen()
  const { no } = await citizen.files()
  await citizen.sees(no)
  await citizen.isRefused('tickets.open', { no: 'CFD-20260302-0999-0' })
  const { text } = await metrics()
  expect(text).toContain('minhu_requests_total{what="tickets.open",status="200"} 1')
  expect(text).toContain('minhu_requests_total{what="tickets.open",status="404"} 1')
  expect(text).not.toContain(no)
})

it('is not for somebody who came through a proxy', async () => {
  expect((await metrics({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
})

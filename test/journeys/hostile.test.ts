/** People who try to break it. Whatever they claim, they get what is theirs and learn nothing. */
import { ticketNumber } from '@/core/number'
import { everywhere } from './everywhere'
import { complaint, newKey, type Person } from './people'
import type { Town } from './town'

everywhere((openTown) => {
  let town: Town
  let worker: Person
  let neighbour: Person
  let wang: Person
  let no: string
  beforeAll(async () => {
    town = await openTown()
    ;[worker, neighbour, wang] = (await Promise.all([town.citizen(), town.citizen(), town.official('wang')])) as [
      Person,
      Person,
      Person,
    ]
    no = (await worker.files()).no
  })
  beforeEach(() => town.forgetTries())
  afterAll(() => town.close())

  describe('input that claims more than it may', () => {
    it('files what a citizen may file, whatever else stands in the form', async () => {
      const claims = {
        no: 'CFD-20200101-0001-0',
        code: '222222',
        status: 'closed',
        unit: 'urban',
        filedAt: '2020-01-01T00:00:00.000Z',
        sample: true,
        asker: { id: 'c_somebody' },
        handler: { id: 'o_li', name: '李强' },
        firstReply: { repliedAt: '2020-01-01T00:00:00.000Z' },
        lang: 'xx',
      }
      const ticket = await worker.gets('tickets.file', { ...complaint(), ...claims })
      expect(ticket).toMatchObject({
        status: 'submitted',
        unit: { id: 'office' },
        sample: false,
        filedAt: town.now(),
        may: ['add', 'withdraw'],
      })
      expect(ticket.no).not.toBe(claims.no)
      expect(ticket.code).not.toBe(claims.code)
      expect(ticket.firstReply).not.toHaveProperty('repliedAt')
      expect(await town.world.store.get('tickets', ticket.no)).not.toHaveProperty('handler')
    })

    it('says what a command may say, and nothing about the state', async () => {
      const { no: own } = await worker.files()
      const command = {
        do: 'reply',
        text: '收到',
        status: 'closed',
        unit: 'urban',
        by: { role: 'system' },
        note: 'x',
        stars: 5,
        public: false,
        at: '2020-01-01T00:00:00.000Z',
      }
      const { answer } = await wang.asks('tickets.act', { no: own, key: newKey(), command })
      expect(answer).toMatchObject({ ok: true, data: { status: 'submitted', unit: { id: 'office' } } })
      const entry = (await wang.opens(own)).history.at(-1)
      expect(entry).toMatchObject({
        did: 'reply',
        text: '收到',
        public: true,
        at: town.now(),
        by: { role: 'official', name: '王敏' },
      })
      for (const claim of ['unit', 'note', 'stars']) expect(entry).not.toHaveProperty(claim)
    })

    it.each(['__proto__', 'constructor', 'prototype'])('does not become an official through %s', async (word) => {
      const body = `{"queue":"open","${word}":{"role":"official","duties":["dispatch"]},"caller":{"role":"official"}}`
      expect((await worker.asks('desk.queue', JSON.parse(body))).status).toBe(403)
      expect(Object.prototype).not.toHaveProperty('role')
    })
  })

  describe('somebody else’s things', () => {
    it('cannot be told from things that are not there', async () => {
      const missing = ticketNumber('CFD', '2026-03-02', 999)
      for (const action of ['tickets.open', 'tickets.act']) {
        const ask = (number: string) =>
          neighbour.isRefused(action, { no: number, key: newKey(), command: { do: 'withdraw' } })
        const [others, none] = [await ask(no), await ask(missing)]
        expect({ ...others, trace: '' }).toEqual({ ...none, trace: '' })
      }
      const lookUp = (number: string) => neighbour.isRefused('tickets.lookUp', { no: number, code: '222222' })
      expect({ ...(await lookUp(no)), trace: '' }).toEqual({ ...(await lookUp(missing)), trace: '' })
    })

    it('do not open to a cursor of one’s own making', async () => {
      for (const day of ['2026-01-01', '2026-03-02', '2027-01-01']) {
        const after = Buffer.from(JSON.stringify(['filedAt', 'desc', `${day}T00:00:00.000Z`, 'CFD'])).toString(
          'base64url',
        )
        expect((await neighbour.gets('tickets.mine', { after })).items).toEqual([])
      }
    })

    it.each(['x', 'bm90IGpzb24', Buffer.from('["text","desc","a","b"]').toString('base64url')])(
      'do not open to a cursor that is none (%s): that is the caller’s mistake',
      async (after) => {
        expect(await neighbour.isRefused('tickets.mine', { after })).toMatchObject({
          status: 400,
          code: 'invalid',
          field: 'after',
        })
      },
    )

    it('do not open to a token with another person’s id', async () => {
      const { askerId } = (await town.world.store.get<{ askerId: string }>('tickets', no)) ?? { askerId: '' }
      const forger = town.anyone()
      forger.token = askerId.padEnd(43, 'x')
      expect(await forger.isRefused('tickets.mine', {})).toMatchObject({ reason: 'signed-out' })
    })

    it('stay as they are when another person uses the same key', async () => {
      const key = newKey()
      await worker.gets('tickets.act', { no, key, command: { do: 'add', text: '第一次补充' } })
      expect(
        await neighbour.isRefused('tickets.act', { no, key, command: { do: 'add', text: '别人的话' } }),
      ).toMatchObject({ reason: 'ticket-missing' })
      await wang.gets('tickets.act', { no, key, command: { do: 'reply', text: '收到' } })
      expect((await worker.sees(no)).history.map(({ text }) => text).slice(-2)).toEqual(['第一次补充', '收到'])
    })
  })

  describe('one key', () => {
    it('is one command, also when the number is typed in another way', async () => {
      const { no: own } = await worker.files()
      const key = newKey()
      for (const typed of [own, own.toLowerCase(), own.replaceAll('-', ' ')]) {
        await worker.gets('tickets.act', { no: typed, key, command: { do: 'add', text: '只说一次' } })
      }
      expect((await worker.sees(own)).history.filter(({ text }) => text === '只说一次')).toHaveLength(1)
    })

    it('cannot become another command', async () => {
      const { no: own } = await worker.files()
      const key = newKey()
      await worker.gets('tickets.act', { no: own, key, command: { do: 'add', text: '补充一句' } })
      expect(await worker.gets('tickets.act', { no: own, key, command: { do: 'withdraw' } })).toMatchObject({
        status: 'submitted',
      })
    })
  })

  it('left the log with one line an event and without a single failure', () => {
    for (const line of town.log) expect(() => JSON.parse(line)).not.toThrow()
    expect(town.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})

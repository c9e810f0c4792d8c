import { Conflict, Duplicate, Missing, type Tx } from '@/server/ports'
import { lamp, type Opened, type Ticket } from './store-cases'

export function transactionCases(opened: Opened): void {
  it('writes all it did, and gives back what the work gave', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    await store.insert('tickets', 'b', lamp)
    const result = await store.tx(async (tx) => {
      await tx.update('tickets', 'a', 1, { set: { status: 'done' } })
      await tx.remove('tickets', 'b', 1)
      await tx.insert('events', 'e', { ticket: 'a' })
      return 'given back'
    })
    expect(result).toBe('given back')
    expect(await store.get('tickets', 'a')).toMatchObject({ status: 'done', version: 2 })
    expect(await store.get('tickets', 'b')).toBeNull()
    expect(await store.get('events', 'e')).toEqual({ ticket: 'a', id: 'e', version: 1 })
  })

  it('sees its own writes', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    await store.tx(async (tx) => {
      expect(await tx.update('tickets', 'a', 1, { inc: { heat: 1 } })).toBe(2)
      expect(await tx.update('tickets', 'a', 2, { inc: { heat: 1 } })).toBe(3)
      expect(await tx.get('tickets', 'a')).toEqual({ ...lamp, heat: 5, id: 'a', version: 3 })
      await tx.remove('tickets', 'a', 3)
      expect(await tx.get('tickets', 'a')).toBeNull()
      await tx.insert('tickets', 'a', lamp)
      expect(await tx.get('tickets', 'a')).toEqual({ ...lamp, id: 'a', version: 1 })
    })
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, id: 'a', version: 1 })
  })

  it('is not seen by others before it is done', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', lamp)
    const { reached, pass, wait } = gate()
    const done = store.tx(async (tx) => {
      await tx.update('tickets', 'a', 1, { set: { status: 'done' } })
      await tx.insert('events', 'e', { ticket: 'a' })
      await wait()
    })
    await reached
    expect(await store.get('tickets', 'a')).toMatchObject({ status: 'open', version: 1 })
    expect(await store.count('events')).toBe(0)
    pass()
    await done
    expect(await store.get('tickets', 'a')).toMatchObject({ status: 'done', version: 2 })
    expect(await store.count('events')).toBe(1)
  })

  it('does not take in what others write meanwhile: their write stays when it is undone', async () => {
    const { store } = opened
    const { reached, pass, wait } = gate()
    const undone = store.tx(async (tx) => {
      await tx.insert('events', 'ours', { ticket: 'a' })
      await wait()
      throw new Error('changed my mind')
    })
    await reached
    // A driver may let these wait for the transaction; they must not become part of it.
    const theirs = [
      store.insert('events', 'theirs', { ticket: 'b' }),
      store.tx((tx) => tx.insert('events', 'also', {})),
    ]
    await new Promise((resolve) => setTimeout(resolve, 20))
    pass()
    await expect(undone).rejects.toThrow('changed my mind')
    await Promise.all(theirs)
    expect(await store.get('events', 'ours')).toBeNull()
    expect(await store.get('events', 'theirs')).toMatchObject({ ticket: 'b' })
    expect(await store.get('events', 'also')).toMatchObject({ version: 1 })
  })

  const stops: [string, (tx: Tx) => Promise<unknown>, unknown][] = [
    ['its work throws', () => Promise.reject(new TypeError('boom')), TypeError],
    [
      'it meets a version that is not the last',
      (tx) => tx.update('tickets', 'b', 9, { set: { status: 'x' } }),
      Conflict,
    ],
    ['it removes a version that is not the last', (tx) => tx.remove('tickets', 'b', 9), Conflict],
    ['it changes what is not there', (tx) => tx.update('tickets', 'zzz', 1, { set: { status: 'x' } }), Missing],
    ['it inserts a duplicate', (tx) => tx.insert('tickets', 'b', lamp), Duplicate],
    ['it breaks a unique key', (tx) => tx.update('officials', 'wang', 1, { set: { phone: '1' } }), Duplicate],
    ['it stores undefined', (tx) => tx.insert('events', 'e2', { ticket: undefined }), Error],
  ]
  it.each(stops)('leaves nothing behind when %s', async (_, stop, error) => {
    const { store } = opened
    for (const id of ['a', 'b']) await store.insert('tickets', id, lamp)
    for (const [id, phone] of [
      ['li', '1'],
      ['wang', '2'],
    ] as const)
      await store.insert('officials', id, { phone })
    const attempt = store.tx(async (tx) => {
      await tx.insert('events', 'e', { ticket: 'a' })
      await tx.update('tickets', 'a', 1, { set: { status: 'half-way' } })
      await stop(tx)
    })
    await expect(attempt).rejects.toBeInstanceOf(error)
    expect(await store.get('events', 'e')).toBeNull()
    expect(await store.get('tickets', 'a')).toEqual({ ...lamp, id: 'a', version: 1 })
    expect(await store.get('tickets', 'b')).toEqual({ ...lamp, id: 'b', version: 1 })
    expect(await store.get('officials', 'wang')).toMatchObject({ phone: '2' })
  })

  it('leaves nothing behind when one of several steps taken at once fails', async () => {
    const { store } = opened
    const attempt = store.tx(async (tx) => {
      const failing = tx.update('tickets', 'zzz', 1, { set: { status: 'x' } })
      await Promise.all([failing, ...['1', '2', '3', '4'].map((id) => tx.insert('events', id, { ticket: 'a' }))])
    })
    await expect(attempt).rejects.toBeInstanceOf(Missing)
    // Long enough for a step that was still on its way to arrive.
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await store.count('events')).toBe(0)
  })

  it('may go on after a duplicate id that its work expected', async () => {
    const { store } = opened
    await store.insert('events', 'once', { ticket: 'a' })
    await store.tx(async (tx) => {
      await tx.insert('events', 'once', { ticket: 'b' }).catch((error) => expect(error).toBeInstanceOf(Duplicate))
      await tx.insert('events', 'after', { ticket: 'c' })
    })
    expect(await store.get('events', 'once')).toMatchObject({ ticket: 'a' })
    expect(await store.get('events', 'after')).toMatchObject({ ticket: 'c' })
  })

  it('leaves nothing behind when its work goes on after a broken unique key', async () => {
    const { store } = opened
    for (const phone of ['1', '2']) await store.insert('officials', phone, { phone })
    const attempt = store.tx(async (tx) => {
      await tx.insert('events', 'e', { ticket: 'a' })
      await tx.update('officials', '2', 1, { set: { phone: '1' } }).catch(() => undefined)
    })
    await expect(attempt).rejects.toThrow()
    expect(await store.get('events', 'e')).toBeNull()
  })

  it('loses none of twenty that change one document at once', async () => {
    const { store } = opened
    await store.insert('tickets', 'a', { ...lamp, heat: 0, tags: [] })
    const add = (n: number) =>
      store.tx(async (tx) => {
        const ticket = await tx.get<Ticket>('tickets', 'a')
        if (!ticket) throw new Error('the ticket is gone')
        await new Promise((resolve) => setTimeout(resolve, n % 4))
        const tags = [...(ticket.tags ?? []), n]
        await tx.update('tickets', 'a', ticket.version, { set: { tags }, inc: { heat: 1 } })
        await tx.insert('events', `e${n}`, { ticket: 'a' })
      })
    await allDone(Array.from({ length: 20 }, (_, n) => add(n)))
    const ticket = await store.get<Ticket>('tickets', 'a')
    expect(ticket).toMatchObject({ heat: 20, version: 21 })
    expect(new Set(ticket?.tags).size).toBe(20)
    expect(await store.count('events', { ticket: 'a' })).toBe(20)
  }, 20_000)

  it('moves between two documents without the sum ever being wrong', async () => {
    const { store } = opened
    for (const id of ['a', 'b']) await store.insert('tickets', id, { ...lamp, heat: 50 })
    const move = (from: string, to: string) =>
      store.tx(async (tx) => {
        const [source, target] = [await tx.get<Ticket>('tickets', from), await tx.get<Ticket>('tickets', to)]
        if (!source || !target) throw new Error('a ticket is gone')
        expect((source.heat ?? 0) + (target.heat ?? 0)).toBe(100)
        await tx.update('tickets', from, source.version, { inc: { heat: -1 } })
        await tx.update('tickets', to, target.version, { inc: { heat: 1 } })
      })
    const moves = Array.from({ length: 12 }, (_, n) => (n % 3 ? move('a', 'b') : move('b', 'a')))
    await allDone(moves)
    expect(await store.get('tickets', 'a')).toMatchObject({ heat: 46, version: 13 })
    expect(await store.get('tickets', 'b')).toMatchObject({ heat: 54, version: 13 })
  }, 20_000)

  it('cannot be used after it is over', async () => {
    const { store } = opened
    let leaked: Tx | undefined
    await store.tx(async (tx) => {
      leaked = tx
    })
    await expect(leaked?.insert('events', 'late', { ticket: 'a' })).rejects.toThrow()
    expect(await store.get('events', 'late')).toBeNull()
  })
}

/** Waits for every one also when one fails, so that none is left running into the next case. */
async function allDone(transactions: Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(transactions)
  expect(results.filter((result) => result.status === 'rejected')).toEqual([])
}

/** Holds a transaction half-way: `reached` once it waits there, until `pass`. */
function gate() {
  let pass = () => {}
  let reach = () => {}
  const passed = new Promise<void>((resolve) => {
    pass = resolve
  })
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  const wait = () => {
    reach()
    return passed
  }
  return { reached, pass, wait }
}

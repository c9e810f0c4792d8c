/** The work of the store written straight on the drivers, as one would without a port: what the port is measured by. */
import Database from 'libsql'
import { Client, types } from 'pg'

export type Row = { id: string; v: number; doc: string }
export type Ticket = {
  unit: string
  status: string
  filedAt: string
  asker: string
  heat: number
  [field: string]: unknown
}
export type Start = { filedAt: string; id: string }

export type Bare = {
  insert(id: string, ticket: Ticket): Promise<unknown>
  update(id: string, version: number, status: string): Promise<unknown>
  page(unit: string, status: string, start?: Start): Promise<unknown[]>
  tx(id: string, event: string): Promise<unknown>
  fill(tickets: [string, Ticket][]): Promise<void>
  close(): Promise<void>
}

const COLUMNS = 'id, v, doc, "f_unit", "f_status", "f_filedAt", "f_asker", "f_heat"'
const INSERT = `insert into tickets (${COLUMNS}) values ($1, 1, $2, $3, $4, $5, $6, $7)`
const GET = 'select id, v, doc from tickets where id = $1'
const UPDATE = 'update tickets set v = v + 1, doc = $3, "f_status" = $4 where id = $1 and v = $2'
const EVENT = 'insert into events (id, v, doc, "f_ticket") values ($1, 1, $2, $3)'
const PAGE = 'select id, v, doc from tickets where "f_unit" = $1 and "f_status" = $2'
const ORDER = 'order by "f_filedAt" desc, id desc limit 21'
const LATER = `${PAGE} and ("f_filedAt", id) < ($3, $4) ${ORDER}`
const FIRST = `${PAGE} ${ORDER}`

const valuesOf = (id: string, ticket: Ticket) => {
  const { unit, status, filedAt, asker, heat } = ticket
  return [id, JSON.stringify(ticket), unit, status, filedAt, asker, heat]
}

function parsed(row: Row | undefined): Ticket {
  if (!row) throw new Error('the ticket is gone')
  return JSON.parse(row.doc)
}

export async function bareSqlite(file: string): Promise<Bare> {
  const database = new Database(file, { timeout: 1000 })
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec('pragma cache_size = -16000')
  const prepare = (sql: string) => database.prepare<unknown[]>(sql.replace(/\$(\d+)/g, '?$1'))
  const [insert, get, update, event] = [prepare(INSERT), prepare(GET), prepare(UPDATE), prepare(EVENT)]
  const [first, later] = [prepare(FIRST), prepare(LATER)]

  function change(id: string, version: number, status: string): void {
    const ticket = { ...parsed(rows(get.all([id]))[0]), status }
    const { changes } = update.run([id, version, JSON.stringify(ticket), status])
    if (changes !== 1) throw new Error('someone else was first')
  }
  return {
    insert: async (id, ticket) => insert.run(valuesOf(id, ticket)),
    update: async (id, version, status) => change(id, version, status),
    page: async (unit, status, start) =>
      rows(start ? later.all([unit, status, start.filedAt, start.id]) : first.all([unit, status])).map(parsed),
    async tx(id, eventId) {
      database.exec('begin immediate')
      const [row] = rows(get.all([id]))
      const ticket = { ...parsed(row), status: 'handling' }
      update.run([id, Number(row?.v), JSON.stringify(ticket), 'handling'])
      event.run([eventId, JSON.stringify({ ticket: id }), id])
      database.exec('commit')
    },
    async fill(tickets) {
      database.exec('begin immediate')
      for (const [id, ticket] of tickets) insert.run(valuesOf(id, ticket))
      database.exec('commit')
    },
    close: async () => {
      database.close()
    },
  }
}

function rows(found: unknown[]): Row[] {
  return found.filter((row): row is Row => typeof row === 'object' && row !== null && 'doc' in row)
}

export async function barePostgres(url: string): Promise<Bare> {
  const getTypeParser = (type: number) => (type === 114 ? String : types.getTypeParser(type))
  const client = new Client({ connectionString: url, types: { getTypeParser } })
  await client.connect()
  const query = async (name: string, text: string, values: unknown[]) => {
    const result = await client.query<Row>({ name, text, values })
    return result.rows
  }
  async function change(id: string, version: number, status: string): Promise<void> {
    const [row] = await query('get', GET, [id])
    const ticket = { ...parsed(row), status }
    await query('update', UPDATE, [id, version, JSON.stringify(ticket), status])
  }
  return {
    insert: (id, ticket) => query('insert', INSERT, valuesOf(id, ticket)),
    update: change,
    async page(unit, status, start) {
      const found = start
        ? query('later', LATER, [unit, status, start.filedAt, start.id])
        : query('first', FIRST, [unit, status])
      return (await found).map(parsed)
    },
    async tx(id, eventId) {
      await client.query('begin isolation level repeatable read')
      const [row] = await query('get', GET, [id])
      const ticket = { ...parsed(row), status: 'handling' }
      await query('update', UPDATE, [id, Number(row?.v), JSON.stringify(ticket), 'handling'])
      await query('event', EVENT, [eventId, JSON.stringify({ ticket: id }), id])
      await client.query('commit')
    },
    async fill(tickets) {
      const all = tickets.map(([id, ticket]) => valuesOf(id, ticket))
      const lists = [0, 1, 2, 3, 4, 5, 6].map((place) => all.map((values) => values[place]))
      const select =
        'select * from unnest($1::text[], $2::json[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[])'
      await client.query(
        `insert into tickets (id, doc, "f_unit", "f_status", "f_filedAt", "f_asker", "f_heat", v)
        select given.*, 1 from (${select}) as given`,
        lists,
      )
    },
    close: () => client.end(),
  }
}

/** The look-ups of one question written straight on the drivers, and nothing made of them: what the rest is measured by. */
import Database from 'libsql'
import { Client } from 'pg'
import { slotsOf, type Terms } from '@/core/similar'

/** As it is read: SQLite gives text, PostgreSQL's driver what the JSON says. */
type Row = { id: string; doc: { [field: string]: string } }
export type Bare = { rows(sql: string, values: string[]): Promise<Row[]>; close(): Promise<void> }

export async function bareSqlite(file: string): Promise<Bare> {
  const database = new Database(file, { readonly: true })
  const prepared = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (sql: string) => database.prepare<unknown[]>(sql.replace(/\$(\d+)/g, '?$1'))
  return {
    async rows(sql, values) {
      const statement = prepared.get(sql) ?? prepare(sql)
      prepared.set(sql, statement)
      return (statement.all(values) as { id: string; doc: string }[]).map(({ id, doc }) => ({
        id,
        doc: JSON.parse(doc),
      }))
    },
    close: async () => void database.close(),
  }
}

export async function barePostgres(url: string): Promise<Bare> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return {
    rows: async (sql, values) => (await client.query<Row>({ text: sql, values, name: sql.slice(0, 63) })).rows,
    close: () => client.end(),
  }
}

/** As server/alike.ts asks: so many words of each slot, so many that share one, and those that are read. */
const [SOUGHT, SHARING, READ] = [3, 32, 24]
const places = (values: string[]) => values.map((_, n) => `$${n + 1}`).join(', ')

/** The same rows come, and are read. */
export async function lookUp(terms: Terms, bare: Bare): Promise<unknown[]> {
  const shared = new Map<string, number>()
  for (const [slot, sought] of slotsOf(terms, SOUGHT).entries()) {
    if (!sought.length) continue
    const sql = `select id, doc from traces where "f_s${slot}" in (${places(sought)}) order by id desc limit ${SHARING}`
    for (const { id, doc } of await bare.rows(sql, sought)) {
      const weight = terms.get(doc[`s${slot}`] ?? '') ?? 0
      shared.set(id, (shared.get(id) ?? 0) + weight ** 2)
    }
  }
  const best = [...shared].sort((one, other) => other[1] - one[1]).slice(0, READ)
  const ids = best.map(([id]) => id)
  if (!ids.length) return []
  return bare.rows(`select id, doc from tickets where id in (${places(ids)})`, ids)
}

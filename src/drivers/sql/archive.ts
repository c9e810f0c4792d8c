/** A whole database into one file and back, while hosts serve (save) or stand still (load). */
import { Client } from 'pg'
import { APPLICATION } from './postgres'
import { run } from './program'

export type Archive = {
  kind: 'sqlite' | 'postgres'
  /** What the file is called in a backup. */
  file: 'database.sqlite' | 'database.dump'
  /** Everything acknowledged before the call, as it was at one moment. Hosts go on meanwhile. */
  save(to: string): Promise<void>
  /** No document in any of our collections. */
  isEmpty(): Promise<boolean>
  /** A host has it open. */
  isInUse(): Promise<boolean>
  /** Puts what `save` wrote in the place of what is there: all of it or, when it throws, nothing. */
  load(from: string): Promise<void>
}

/**
 * PostgreSQL by its own programs. Only our collections' tables are saved and replaced: whatever else lies in the
 * database stays. Throws MissingProgram, or an Error with what the program said.
 */
export function postgresArchive(url: string, collections: string[]): Archive {
  const { address, environment } = withoutPassword(url)
  const tables = async (client: Client): Promise<string[]> => {
    const { rows } = await client.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = current_schema() and tablename = any($1)',
      [collections],
    )
    return rows.map(({ name }) => name)
  }

  return {
    kind: 'postgres',
    file: 'database.dump',
    async save(to) {
      const ours = collections.map((name) => `--table="${name}"`)
      await run(
        'pg_dump',
        ['--format=custom', '--no-owner', '--no-privileges', ...ours, `--file=${to}`, address],
        environment,
      )
    },
    isEmpty: () =>
      connected(url, async (client) => {
        for (const name of await tables(client)) {
          const { rowCount } = await client.query(`select 1 from "${name}" limit 1`)
          if (rowCount) return false
        }
        return true
      }),
    isInUse: () =>
      connected(url, async (client) => {
        const { rowCount } = await client.query(
          'select 1 from pg_stat_activity where datname = current_database() and application_name = $1 limit 1',
          [APPLICATION],
        )
        return rowCount !== 0
      }),
    async load(from) {
      await run(
        'pg_restore',
        [
          '--clean',
          '--if-exists',
          '--single-transaction',
          '--exit-on-error',
          '--no-owner',
          '--no-privileges',
          `--dbname=${address}`,
          from,
        ],
        environment,
      )
      // A newer version may have made collections that the backup does not know: what they hold is of another time.
      const listed = await run('pg_restore', ['--list', from], environment)
      await connected(url, async (client) => {
        for (const name of await tables(client)) {
          if (!new RegExp(` TABLE DATA \\S+ ${name} `).test(listed)) await client.query(`delete from "${name}"`)
        }
      })
    },
  }
}

/** Everybody on the machine can read a program's arguments, but not its environment. */
function withoutPassword(url: string) {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  return { address: address.href, environment: password ? { PGPASSWORD: password } : {} }
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: `${APPLICATION} archive` })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

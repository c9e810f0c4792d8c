/** Where things lie, by the environment; the one place that tells the embedded database from PostgreSQL. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Archive, archiveOfPostgres, archiveOfSqlite, openPostgres, openSqlite } from '@/drivers/sql'
import { manifest } from '@/server/manifest'
import type { Store } from '@/server/ports'
import type { Environment } from './env'

export const placesOf = ({ MINHU_VAR }: Environment) => ({
  database: path.join(MINHU_VAR, 'minhu.sqlite'),
  pictures: path.join(MINHU_VAR, 'pictures'),
  /** What phones are sending at this moment. */
  incoming: path.join(MINHU_VAR, 'incoming'),
})

/** Makes the folder and the tables where there are none. */
export async function openStore(env: Environment): Promise<Store> {
  await mkdir(env.MINHU_VAR, { recursive: true })
  return env.MINHU_DATABASE ? openPostgres(env.MINHU_DATABASE, manifest) : openSqlite(placesOf(env).database, manifest)
}

export const archiveOf = (env: Environment): Archive =>
  env.MINHU_DATABASE
    ? archiveOfPostgres(env.MINHU_DATABASE, manifest)
    : archiveOfSqlite(placesOf(env).database, manifest)

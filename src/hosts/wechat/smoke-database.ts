/** What the cloud's database does where nobody could tell without an account. Everything here lies in its own collection. */
import cloud from 'wx-server-sdk'
import { databaseOf, type Fields } from '@/drivers/wechat/cloud'

const COLLECTION = 'smoke'
/** More than the most that one answer holds. */
const MANY = 1001

const database = () => databaseOf(cloud)
const documents = () => database().collection(COLLECTION)

/** What an action that should be refused is refused with. */
export async function refusalOf(action: () => Promise<unknown>): Promise<string> {
  try {
    await action()
    return 'accepted'
  } catch (error) {
    return textOf(error)
  }
}

export function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const parts = ['errCode', 'errMsg', 'message'].map((key) => String(Reflect.get(error, key) ?? ''))
  return [...new Set(parts.filter(Boolean))].join(' ').slice(0, 600)
}

/** Two transactions write the same document. */
export async function conflict(): Promise<{ refusal: string }> {
  await refusalOf(() => documents().add({ data: { _id: 'conflict', name: 'conflict', count: 0 } }))
  const [first, second] = [await database().startTransaction(), await database().startTransaction()]
  const write = (transaction: typeof first, count: number) =>
    transaction.collection(COLLECTION).doc('conflict').update({ data: { count } })
  try {
    await write(first, Date.now())
    return { refusal: await refusalOf(() => write(second, Date.now() + 1)) }
  } finally {
    for (const transaction of [first, second]) await transaction.rollback().catch(() => undefined)
  }
}

/** The same id twice, and two documents with one value of a unique index. */
export async function duplicate(): Promise<{ id: string; key: string }> {
  const add = (_id: string, name: string) => refusalOf(() => documents().add({ data: { _id, name } }))
  await add('duplicate', 'duplicate')
  return { id: await add('duplicate', 'another'), key: await add('duplicate again', 'duplicate') }
}

/** How many of 1,001 documents come without a limit, and with one of 1,000. */
export async function many(): Promise<{ plain: number; limited: number }> {
  const rows = documents().where({ row: true })
  const { total } = await rows.count()
  if (total < MANY) {
    const data = Array.from({ length: MANY - total }, (_, index) => ({ row: true, name: `row ${total + index}` }))
    await documents().add({ data })
  }
  const plain = await rows.get()
  const limited = await rows.limit(1000).get()
  return { plain: plain.data.length, limited: limited.data.length }
}

/** The minutes since the timer's jobs had their last turn; null when they never had one. */
export async function timer(): Promise<{ minutes: number | null }> {
  const { data } = await database().collection('jobs').doc('lapse').get()
  const turn: unknown = data?.turn
  return { minutes: typeof turn === 'number' ? Math.floor(Date.now() / 60_000) - turn : null }
}

/** Keeps what a message push came with, for `push` to tell. */
export async function rememberPush(source: string, openid: boolean): Promise<void> {
  const seen = { source: source || 'none', openid, at: new Date().toISOString() }
  const { stats } = await documents().where({ _id: 'push' }).update({ data: seen })
  if (stats.updated === 0) await documents().add({ data: { _id: 'push', name: 'push', ...seen } })
}

/** The last push that came to this function instead of to `push`. */
export async function push(): Promise<Fields | null> {
  const { data } = await documents().doc('push').get()
  return data && { source: data.source, openid: data.openid, at: data.at }
}

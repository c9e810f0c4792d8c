/** What everything published is found by. The index is held by each host, and filled anew when something was published. */
import type { Content } from '@/contract/content'
import type { Bilingual } from '@/core/district'
import { plain } from '@/core/prose'
import type { Release } from '@/core/release'
import type { Context } from './context'
import { findableId, type GroupRecord } from './groupRecords'
import { type Held, heldBy, hold } from './knowledge'
import { Conflict, type Doc, Duplicate, MAX_PAGE, type Search, type Tx } from './ports'
import type { FindableRecord } from './releaseRecords'

const MARK = 'published'
type Mark = { at: string }

/** What an excerpt shows, and how much of a long text is searched. */
const EXCERPT = 60
const SEARCHED = 2000
const MOST_FOUND = 20
const MOST_SOUGHT = 200
/** What a popular issue's id begins with here. */
const ISSUE = 'issue:'

/** Says that what is published has changed: whoever searches next reads it again. Within the write that changes it. */
export async function touchMark(tx: Tx, now: Date): Promise<void> {
  const mark: Mark = { at: now.toISOString() }
  const before = await tx.get<Mark>('marks', MARK)
  if (before) {
    await tx.update('marks', MARK, before.version, { set: mark })
    return
  }
  try {
    await tx.insert('marks', MARK, mark)
  } catch (error) {
    // Two are the first at once: as where both change it, the second tries again.
    if (error instanceof Duplicate) throw new Conflict('somebody else left the first mark', { cause: error })
    throw error
  }
}

/** From now on it is found by these words, or by nothing. Whoever searches next reads it again. */
export async function listUnder(tx: Tx, id: string, record: FindableRecord | null, now: Date): Promise<void> {
  const there = await tx.get<Record<string, unknown>>('findables', id)
  if (record) await putThere(tx, id, record, there)
  else if (there) await tx.remove('findables', id, there.version)
  if (record || there) await touchMark(tx, now)
}

async function putThere(tx: Tx, id: string, record: FindableRecord, there: (Record<string, unknown> & Doc) | null) {
  if (!there) return void (await tx.insert('findables', id, record))
  const { id: _, version, ...fields } = there
  const unset = Object.keys(fields).filter((field) => !Object.hasOwn(record, field))
  await tx.update('findables', id, version, { set: { ...record }, unset })
}

/** What a release is found by, under its own id. A menu is found by nothing. */
export function findable({ id: _, kind, sample, live, publishedAt }: Release, content: Content): FindableRecord | null {
  if (content.kind === 'menu' || !live) return null
  const { title } = content
  const body = wordsIn(content)
  return {
    kind,
    title,
    excerpt: excerptOf(content),
    words: searched([...body, title]),
    at: publishedAt ?? live.publishedAt,
    sample: sample ?? false,
    ...(content.kind === 'hotline' && { number: content.number, asks: content.needs }),
    ...(content.kind === 'faq' && { asks: content.asks }),
    ...('expiresAt' in content && content.expiresAt && { expiresAt: content.expiresAt }),
  }
}

/** A popular issue is found by its words as long as it is public. */
export const listIssue = (tx: Tx, id: string, group: GroupRecord, now: Date): Promise<void> =>
  listUnder(tx, findableId(id), group.public ? findableIssue(group) : null, now)

/** What a popular issue is found by, under `issue:` and its id. */
export function findableIssue({ title, question, answer, movedAt, sample }: GroupRecord): FindableRecord {
  return {
    kind: 'issue',
    title,
    excerpt: cut(question),
    words: searched([question, ...(answer ? [answer.text] : []), title]),
    at: movedAt,
    sample: sample ?? false,
  }
}

/** The best first. `loose`: nothing has all the words, these have some. */
export async function findWords(words: string, ctx: Context) {
  await refill(ctx)
  const { loose, ids } = ctx.search.find(words, MOST_FOUND)
  if (!ids.length) return { loose: false, items: [] }
  const where = { id: { in: ids } }
  const { items } = await ctx.store.find<FindableRecord>('findables', { where, by: 'id', limit: MAX_PAGE })
  const found = items
    .filter(({ expiresAt }) => !expiresAt || Date.parse(expiresAt) > ctx.now.getTime())
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  return { loose: loose && found.length > 0, items: found.map(foundLine) }
}

/** Ids of popular issues, the best first: whatever else is out has the words too. */
export async function findIssues(words: string, most: number, ctx: Context): Promise<string[]> {
  await refill(ctx)
  const { ids } = ctx.search.find(words, MOST_SOUGHT)
  const issues = ids.filter((id) => id.startsWith(ISSUE)).slice(0, most)
  return issues.map((id) => id.slice(ISSUE.length))
}

const foundLine = ({ id, kind, title, excerpt, at, sample, number }: FindableRecord & Doc) => ({
  id: id.replace(/^issue:/, ''),
  ...{ kind, title, excerpt, at, sample },
  ...(number && { number }),
})

/** Everything published, as a question is compared with it. */
export async function knowledgeNow(ctx: Context): Promise<Held> {
  await refill(ctx)
  const held = heldBy(ctx.search)
  if (!held) throw new Error('what is published was not read')
  return held
}

/** People who search at once wait for the same filling. */
const filling = new WeakMap<Search, Promise<void>>()

async function refill(ctx: Context): Promise<void> {
  const stamp = await stampOf(ctx)
  if (stamp === ctx.search.stamp()) return
  const running = filling.get(ctx.search) ?? fill(stamp, ctx).finally(() => filling.delete(ctx.search))
  filling.set(ctx.search, running)
  await running
}

/** Read before what it stands for: whatever is published meanwhile has another one, and is read the next time. */
async function stampOf({ store }: Context): Promise<string> {
  const mark = await store.get<Mark>('marks', MARK)
  return mark ? `${mark.at} ${mark.version}` : ''
}

async function fill(stamp: string, { store, search, district }: Context): Promise<void> {
  const all: (FindableRecord & Doc)[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find<FindableRecord>('findables', { by: 'id', limit: MAX_PAGE, ...(after && { after }) })
    all.push(...page.items)
    if (!page.next) break
    after = page.next
  }
  await hold(search, all, district)
  await search.fill(
    stamp,
    all.map(({ id, title, words }) => ({ id, title: `${title.zh} ${title.en}`, words })),
  )
}

/** Each text without its marks, the Chinese in full before the English. */
const searched = (texts: Bilingual[]): string =>
  [texts.map(({ zh }) => zh), texts.map(({ en }) => en)]
    .map((some) => plain(some.join('\n')).slice(0, SEARCHED))
    .join(' ')
    .trim()

const same = (text: string): Bilingual => ({ zh: text, en: text })

/** All of its words beside the title, the shortest and most telling first. */
function wordsIn(content: Exclude<Content, { kind: 'menu' }>): Bilingual[] {
  switch (content.kind) {
    case 'article':
      return [content.summary, ...content.attachments.map(({ name }) => same(name)), content.text]
    case 'page': {
      const { summary, address, phone, hours, text } = content
      return [summary, ...[address, hours].flatMap((words) => words ?? []), same(phoneWords(phone)), text]
    }
    case 'faq':
      return [{ zh: content.asks.join('\n'), en: '' }, content.text]
    case 'road':
      return [content.direction, content.text]
    case 'hotline': {
      const { summary, needs, number, hours } = content
      return [summary, { zh: needs.join(' '), en: '' }, same(phoneWords(number)), hours]
    }
    case 'service':
      return [content.summary, same(phoneWords(content.phone)), content.text]
    case 'appeal':
      return [content.summary, content.issuer, content.text]
    case 'alert':
      return [content.area, content.issuer, content.text, content.advice]
  }
}

/** As it is written, and as somebody types it who leaves the dashes out. */
const phoneWords = (number = ''): string => (number.includes('-') ? `${number} ${number.replace(/-/g, '')}` : number)

/** The summary, or where there is none the beginning of the text. */
function excerptOf(content: Exclude<Content, { kind: 'menu' }>): Bilingual {
  const summary = summaryOf(content)
  const text = 'text' in content ? content.text : { zh: '', en: '' }
  return cut({ zh: summary.zh || text.zh, en: summary.en || text.en })
}

function summaryOf(content: Exclude<Content, { kind: 'menu' }>): Bilingual {
  if ('summary' in content) return content.summary
  if ('direction' in content) return content.direction
  return 'area' in content ? content.area : { zh: '', en: '' }
}

const cut = ({ zh, en }: Bilingual): Bilingual => ({ zh: cutText(zh, EXCERPT), en: cutText(en, EXCERPT * 2) })

/** By whole characters: half of one is none that a database takes. */
function cutText(text: string, most: number): string {
  const characters = Array.from(plain(text.slice(0, most * 10)))
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('')
}

/** Questions in people's words over everything that the sample district has published: what answers them, and how often that is right. */
import { samples } from '@/district/caofeidian/content'
import { issues } from '@/district/caofeidian/content/groups'
import { datesFrom } from '@/district/caofeidian/content/sample'
import { seedReleases } from '@/hosts/seed-releases'
import { replyTo } from '@/server/ask'
import type { Context } from '@/server/context'
import { type Asked, ask, measured } from '../asking/measure'
import { TRIED, UNSEEN } from '../asking/questions'
import { openSeedWorld, type SeedWorld } from '../seed-world'

let world: SeedWorld
let names: Map<string, string>
const context = (): Context => ({
  ...world,
  caller: { role: 'anyone' },
  now: world.clock(),
  lang: 'zh',
  address: 'a test',
})
const nameOf = (id: string) => names.get(id) ?? id
const askAll = (questions: typeof TRIED) => ask(questions, (words) => replyTo(words, context()), nameOf)

beforeAll(async () => {
  world = await openSeedWorld()
  const seeded = await seedReleases(world, () => undefined)
  names = new Map([
    ...seeded.map(({ id, name }) => [id, name] as const),
    ...issues.map(({ id }) => [id, `issue ${id}`] as const),
    ...titled(),
  ])
})
afterAll(() => world.close())

/** What is offered is asked for by its title. */
function titled(): [string, string][] {
  const on = datesFrom(world.clock())
  const releases = samples.map(({ name, content }) => ({ name, said: content(on) }))
  return [
    ...releases.flatMap(({ name, said }): [string, string][] => ('title' in said ? [[said.title.zh, name]] : [])),
    ...issues.map(({ id, title }): [string, string] => [title.zh, `issue ${id}`]),
  ]
}

it('names only samples that are there', () => {
  const known = new Set([...samples.map(({ name }) => name), ...issues.map(({ id }) => `issue ${id}`)])
  const unknown = [...TRIED, ...UNSEEN].flatMap(([, answers]) => answers.filter((name) => !known.has(name)))
  expect(unknown).toEqual([])
})

it.each([
  ['by which the threshold was chosen', TRIED, { precision: 0.97, recall: 0.9 }],
  ['that were written afterwards', UNSEEN, { precision: 0.95, recall: 0.8 }],
])('answers the questions %s', async (name, questions, least) => {
  const found = measured(await askAll(questions))
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`
  process.stdout.write(
    `\n${questions.length} questions ${name}: precision ${percent(found.precision)}, recall ${percent(found.recall)}, answered or offered ${percent(found.offered)}\n${found.wrong.map(told).join('\n')}\n`,
  )
  expect(found.precision).toBeGreaterThanOrEqual(least.precision)
  expect(found.recall).toBeGreaterThanOrEqual(least.recall)
})

const told = ({ words, given, offered }: Asked) =>
  `  ${words} -> ${given ?? 'nothing'}${given ? '' : ` (${offered.join(', ')})`}`

describe('what is about something else', () => {
  it.each([...TRIED, ...UNSEEN].filter(([, answers]) => !answers.length))('is not answered: %s', async (words) => {
    const reply = await replyTo(words, context())
    expect(reply.from).toBeUndefined()
    expect(['nearest', 'nothing']).toContain(reply.is)
  })
})

/** By the number, by its name and by clicking: the forms of one number, each in the test of asking. */
it.each([
  ['停电', 'hotline 95598'],
  ['家里暖气不热怎么办', 'issue cold-homes'],
  ['工资被拖欠找谁', 'faq wages'],
  ['闻到煤气味怎么办', ''],
])('%s leads to %s', async (words, name) => {
  const reply = await replyTo(words, context())
  expect(reply.from ? nameOf(reply.from.id) : '').toBe(name)
})

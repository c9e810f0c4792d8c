/**
 * What a question is answered with fits the box that WeChat shows: eight letters, of which a Chinese character is two. A
 * longer one and nothing is shown, so that the tap that asked does nothing. Told from the source, each answer by its words.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

// The words are told without a phone beside them.
jest.mock('@/client/settings', () => ({}))

const MOST = 8

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => path.join('src', file))
  .filter((file) => /\bconfirm\b.*'@\/client\/device'/.test(readFileSync(file, 'utf8')))

it.each(files)('%s asks with answers that fit', async (file) => {
  const answers = answersIn(readFileSync(file, 'utf8'))
  expect(answers.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['no', 'yes']))
  const said = await Promise.all(answers.map(({ words, from }) => meant(words, from, file)))
  expect(said.flatMap((pair) => [pair.zh, pair.en]).filter((text) => widthOf(text) > MOST)).toEqual([])
})

it.each([
  ['Withdraw', 8],
  ['Take down', 9],
  ['清空对话', 8],
  ['发给 5 人', 9],
])('%s is %i wide', (text, wide) => expect(widthOf(text)).toBe(wide))

/** As WeChat's own check and Taro's count it. */
const widthOf = (text: string): number => text.replace(/[\u0391-\uffe5]/g, 'aa').length

type Answer = { name: string; words: string; from: string }

/** Each `yes:` and `no:`, as the words it says and the file these come from. One that is not said by say(words.…) is not known. */
function answersIn(text: string): Answer[] {
  const source = ts.createSourceFile('screen.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const told: Answer[] = []
  const visit = (node: ts.Node) => {
    const name = ts.isPropertyAssignment(node) ? node.name.getText() : ''
    if (ts.isPropertyAssignment(node) && (name === 'yes' || name === 'no')) {
      const [root = '', ...rest] = /^say\(([\w.]+)\)$/.exec(node.initializer.getText())?.[1]?.split('.') ?? []
      const { from, exported } = importOf(root, source)
      told.push({ name, words: [exported, ...rest].join('.'), from })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return told
}

/** The file that a name comes from, and what it is called there. */
function importOf(name: string, source: ts.SourceFile): { from: string; exported: string } {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue
    const { namedBindings } = statement.importClause ?? {}
    const names = namedBindings && ts.isNamedImports(namedBindings) ? [...namedBindings.elements] : []
    const found = names.find((each) => each.name.getText() === name)
    const from = statement.moduleSpecifier.getText().slice(1, -1)
    if (found) return { from, exported: (found.propertyName ?? found.name).getText() }
  }
  return { from: '', exported: '' }
}

/** The pair of words itself. */
async function meant(words: string, from: string, file: string): Promise<{ zh: string; en: string }> {
  const where = from.startsWith('@/') ? path.join('src', from.slice(2)) : path.join(path.dirname(file), from)
  const found: unknown = await import(path.resolve(where))
  const pair = words.split('.').reduce((at: unknown, key) => Reflect.get(Object(at), key), found)
  const { zh, en } = Object(pair)
  if (typeof zh !== 'string' || typeof en !== 'string')
    throw new Error(`${file}: what ${words || 'an answer'} says is not known`)
  return { zh, en }
}

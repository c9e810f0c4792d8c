/**
 * What a screen says to a built-in component reaches the phone: the templates carry only what config/templates lists.
 * Told file by file from the source; what a screen hands on as an object is looked at when it is drawn (audit:weapp, "a
 * name no template knows").
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { components } from '../config/templates/attributes.js'

/** On each component, whatever the list says. */
const ALWAYS = ['id', 'class', 'style', 'key', 'ref', 'bindTap', 'catchMove']
/** Of the web alone, where a screen reader is told otherwise. */
const WEB_ONLY = ['role', 'aria-hidden']

const screens = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => path.join('src', file))

it.each(screens)('%s says nothing to a component that its template does not carry', (file) => {
  expect(notCarried(readFileSync(file, 'utf8'))).toEqual([])
})

it.each([
  ['an attribute', `<View hoverStayTime={9} />`, ['View hover-stay-time']],
  ['an event', `<View onLongPress={go} />`, ['View bindLongPress']],
  ['an attribute of another component', `<Text hoverClass='pressed' />`, ['Text hover-class']],
  ['one under another name', `<Ground enableTraffic />`, ['Map enable-traffic']],
  ['what is carried', `<View hoverClass='pressed' onClick={go} aria-label='x' className='y' />`, []],
  ['a component of our own', `<Tap look='main' onTap={go} />`, []],
])('%s is told: %s', (_, screen, told) => {
  expect(notCarried(`import { Map as Ground, Text, View } from '@tarojs/components'\nconst a = ${screen}`)).toEqual(
    told,
  )
})

function notCarried(text: string): string[] {
  const source = ts.createSourceFile('screen.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const builtIn = builtInNames(source)
  const told: string[] = []
  const visit = (node: ts.Node) => {
    const name = ts.isJsxOpeningLikeElement(node) ? builtIn.get(node.tagName.getText()) : undefined
    const carried = name && components[name]
    if (carried && ts.isJsxOpeningLikeElement(node)) {
      const said = node.attributes.properties.filter(ts.isJsxAttribute).map((each) => inTemplate(each.name.getText()))
      const known = [...Object.keys(carried), ...ALWAYS, ...WEB_ONLY]
      told.push(...said.filter((each) => !known.includes(each)).map((each) => `${name} ${each}`))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return told
}

/** By the name it goes by in the file. */
function builtInNames(source: ts.SourceFile): Map<string, string> {
  const named = source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.moduleSpecifier.getText() !== "'@tarojs/components'") return []
    const { namedBindings } = statement.importClause ?? {}
    return namedBindings && ts.isNamedImports(namedBindings) ? [...namedBindings.elements] : []
  })
  return new Map(named.map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]))
}

/** `onClick` is bindTap and `hoverClass` hover-class. */
function inTemplate(attribute: string): string {
  if (attribute === 'onClick' || attribute === 'onTap') return 'bindTap'
  if (attribute === 'className') return 'class'
  if (/^on[A-Z]/.test(attribute)) return `bind${attribute.slice(2)}`
  if (attribute === 'catchMove') return attribute
  return attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

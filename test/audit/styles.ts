/** What the styles say, read as text. */
import type { Declaration, Rule as StyleRule } from 'postcss'
import type { Build } from './build'
import type { Finding, Rule } from './rule'

const MOST_UNUSED = 2 * 1024

export const styles: Rule[] = [
  {
    name: 'no :active, which sticks; hover-class instead',
    source: 'audits 14, weight 8',
    needs: 'files',
    check: (build) =>
      rulesOf(build)
        .filter(({ rule }) => /:active\b/.test(rule.selector))
        .map(({ file, rule }) => at(file, rule, rule.selector)),
  },
  {
    name: 'what scrolls by style scrolls with inertia on iOS',
    source: 'audits 13, weight 8',
    needs: 'files',
    check: (build) =>
      rulesOf(build)
        .filter(({ rule }) => says(rule, /^overflow(-[xy])?$/, /\b(scroll|auto)\b/))
        .filter(({ rule }) => !says(rule, /^-webkit-overflow-scrolling$/, /^touch$/))
        .map(({ file, rule }) => at(file, rule, `${rule.selector} lacks -webkit-overflow-scrolling: touch`)),
  },
  {
    name: 'what is fixed to the bottom keeps clear of the safe area',
    source: 'audits 17, weight 3',
    needs: 'files',
    check: (build) =>
      rulesOf(build)
        .filter(({ rule }) => says(rule, /^position$/, /\b(fixed|sticky)$/) && says(rule, /^bottom$/, /./))
        .flatMap(({ file, rule }) =>
          ['constant', 'env']
            .filter((how) => !keepsClear(build, file, rule, how))
            .map((how) =>
              at(file, rule, `${rule.selector} has no padding of ${how}(safe-area-inset-bottom) behind @supports`),
            ),
        ),
  },
  {
    name: 'at most 2 KB of each style are for nothing',
    source: 'audits 27, weight 0',
    needs: 'files',
    check: (build) =>
      build.ending('.wxss').flatMap((file) => {
        const unused = unusedIn(build, file)
        const bytes = unused.reduce((total, rule) => total + Buffer.byteLength(rule.toString()), 0)
        const names = unused.map(({ selector }) => selector).join(' ')
        return bytes > MOST_UNUSED ? [{ file, thing: `${bytes} bytes that nothing uses: ${names.slice(0, 120)}` }] : []
      }),
  },
]

function rulesOf(build: Build): { file: string; rule: StyleRule }[] {
  return build.ending('.wxss').flatMap((file) => {
    const rules: { file: string; rule: StyleRule }[] = []
    build.style(file).walkRules((rule) => void rules.push({ file, rule }))
    return rules
  })
}

const at = (file: string, rule: StyleRule, thing: string): Finding => ({
  file,
  line: rule.source?.start?.line ?? 1,
  thing,
})

const says = (rule: StyleRule, name: RegExp, value: RegExp): boolean =>
  rule.nodes.some((one): one is Declaration => one.type === 'decl' && name.test(one.prop) && value.test(one.value))

/**
 * In a rule of the same selector, behind @supports: a phone that does not know the name drops the whole line, and the
 * build folds a line of its own into the `padding` beside it, so that such a phone would lose that too.
 */
function keepsClear(build: Build, file: string, { selector }: StyleRule, how: string): boolean {
  const form = new RegExp(`\\b${how}\\(safe-area-inset-bottom\\)`)
  return rulesOf(build).some(
    (other) =>
      other.file === file &&
      other.rule.selector === selector &&
      isGuarded(other.rule, form) &&
      says(other.rule, /^(padding|bottom)/, form),
  )
}

const isGuarded = ({ parent }: StyleRule, form: RegExp): boolean =>
  parent?.type === 'atrule' && 'params' in parent && parent.name === 'supports' && form.test(parent.params)

/** Rules none of whose selectors can match: a class that is a word in no script and no template of the package. */
function unusedIn(build: Build, file: string): StyleRule[] {
  const isWord = wordIn(build, file)
  const unused: StyleRule[] = []
  build.style(file).walkRules((rule) => {
    const isFrame = rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(rule.parent.name)
    const possible = (selector: string) => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => isWord(name))
    if (!isFrame && !rule.selectors.some(possible)) unused.push(rule)
  })
  return unused
}

/** Main's styles serve every package; a sub-package's only itself and main's code, which it draws with. */
function wordIn({ packages, words }: Build, file: string): (name: string) => boolean {
  const own = packages.find(({ files }) => files.includes(file))
  const readable = packages.filter(({ root }) => own?.root === '' || root === '' || root === own?.root)
  const files = readable.flatMap((one) => one.files).filter((name) => /\.(js|wxml)$/.test(name))
  return (name) => files.some((one) => words(one).has(name))
}

/** The audit itself: the build as it is breaks no rule, and each change below breaks the rules beside it and no other. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromiumPath } from '../browser/chromium'
import { BUILT_FOR, DIST, type ScreenName } from '../weapp/screens'
import { readBuild } from './build'
import { TOOLS_ARE_THERE } from './compilers'
import { documented } from './interfaces'
import { judge, type Sight, stateOf } from './rule'
import { RULES } from './rules'
import { unmeasured } from './unmeasured'

/** Small, and with a field, a button and words in it. */
const SCREEN: ScreenName[] = ['look-up']
const PAGE = 'pages/lookup/index'
const KB = 1024
/** The project checker reads a thousand files before it starts. */
const PATIENCE = 180_000

let copy = ''
beforeAll(() => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error('build it first: npm run build:weapp')
})
beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'minhu-audit-'))
  cpSync(DIST, copy, { recursive: true })
})
afterEach(() => rmSync(copy, { recursive: true }))

const edit = (file: string, change: (text: string) => string) => () =>
  writeFileSync(path.join(copy, file), change(readFileSync(path.join(copy, file), 'utf8')))
const adds = (file: string, text: string) => edit(file, (before) => before + text)
const says = (file: string, from: string | RegExp, to: string) => edit(file, (before) => before.replace(from, to))
const removes = (file: string) => () => rmSync(path.join(copy, file))
const weighs = (file: string, bytes: number) => () => {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
  writeFileSync(path.join(copy, file), '')
  truncateSync(path.join(copy, file), bytes)
}
/** Code that the page of the look-up runs when it is there: `this` is the page. */
const runs = (moment: 'onLoad' | 'onReady', code: string) =>
  edit(
    `${PAGE}.js`,
    (text) => `var real=Page;(function(Page){${text}
})(function(page){var own=page.${moment};page.${moment}=function(){${code};if(own)own.apply(this,arguments)};real(page)})`,
  )
const draws = (wxml: string) => adds(`${PAGE}.wxml`, wxml)
const both =
  (...changes: (() => void)[]) =>
  () => {
    for (const change of changes) change()
  }
const appJson = (change: (app: { pages: string[]; subPackages: object[]; [key: string]: unknown }) => object) =>
  edit('app.json', (text) => JSON.stringify(change(JSON.parse(text))))

/** The rules that break, of those that look at files and of those that look as the named one does. */
async function broken(sight: Sight, server?: string): Promise<string[]> {
  const build = readBuild(copy, { server, names: SCREEN })
  const verdicts = await judge(
    RULES.filter(({ needs }) => needs === 'files' || needs === sight),
    build,
  )
  return verdicts.filter((verdict) => stateOf(verdict) === 'broken').map(({ rule }) => rule.name)
}

const COMPILES = 'every template and style compiles, without a warning'
const NAMED = 'app.json, and every file it and the pages name, is there'
const CHECKED = 'the project passes the schema and the code quality check'
const EACH = 'the main package and each sub-package are at most 2 MB'
const TOTAL = 'all packages together are at most 20 MB'
const BUDGET = 'each package keeps our own budget'
const ACTIVE = 'no :active, which sticks; hover-class instead'
const INERTIA = 'what scrolls by style scrolls with inertia on iOS'
const SAFE = 'what is fixed to the bottom keeps clear of the safe area'
const UNUSED = 'at most 2 KB of each style are for nothing'
const GIVEN_UP = 'no interface that WeChat has given up'
const NEWER = 'no interface newer than the base library of the project'
const OPEN = 'no address without encryption'
const SERVER = 'built for the server in MINHU_SERVER, encrypted'
const PRIVATE = 'what cloud/privacy.json declares is what the scripts use'
const LOCATION = 'requiredPrivateInfos names the location interfaces that are used'
const PERMISSION = 'each permission is explained, in at most 30 characters'
const CALLS = 'setData: no more than 20 calls and 256 KB a call'
const OPENING = 'a screen opens with at most 2 setData and 20 KB'
const BOUND = 'every name in setData is bound in a template'
const HUGE = 'fewer than 1000 nodes, less than 30 deep, at most 60 children'
const LARGE = 'fewer than 600 nodes, less than 25 deep, at most 50 children'
const REQUESTS = 'a screen asks for its data with at most 10 requests'
const WRONG = 'nothing goes wrong while a screen opens'
const OPENED = 'every page is opened by this audit'
const REACHED = 'every page can be reached, by a route or the tab bar'
const RESIZABLE = 'no page says it fits every window size without being made to'
const TINY = 'everything to tap is at least 20 × 20'
const SMALL = 'everything to tap is at least 44, in care mode 60'
const PALE = 'words stand out from their ground, 4.5 : 1, large ones 3 : 1'
const BENT = 'pictures keep their shape'
const WIDE = 'nothing is wider than the screen'
const CUT = 'no words are cut off'

type Row = [what: string, rules: string[], change: () => void]

const newest = [...documented()].find(
  ([, { since }]) => Number(since.split('.')[1]) >= 8 && since.startsWith('3.'),
)?.[0]

const FILES: Row[] = [
  ['an end tag is lost', [COMPILES], says('base.wxml', '</template>', '')],
  ['a brace too many', [COMPILES], adds('pages/home/index.wxss', '}}')],
  ['a page without its settings', [NAMED], removes(`${PAGE}.json`)],
  ['a page without its script', [NAMED], removes(`${PAGE}.js`)],
  ['a file of 3 MB', [EACH, BUDGET], weighs('assets/large.png', 3 * KB * KB)],
  ['350 KB in the sub-package', [BUDGET], weighs('desk/large.png', 350 * KB)],
  [
    'twelve sub-packages of 1.9 MB',
    [TOTAL, BUDGET],
    both(
      ...Array.from({ length: 12 }, (_, n) => weighs(`p${n}/large.png`, 1_900 * KB)),
      appJson((app) => ({
        ...app,
        subPackages: [...app.subPackages, ...Array.from({ length: 12 }, (_, n) => ({ root: `p${n}`, pages: [] }))],
      })),
    ),
  ],
  [':active', [ACTIVE], adds('app-origin.wxss', '.tap:active{opacity:.5}')],
  ['a box that scrolls without inertia', [INERTIA], adds('app-origin.wxss', '.card{overflow-x:scroll}')],
  ['the older name of the safe area is lost', [SAFE], says('app-origin.wxss', /constant\(safe[^)]*\)\)\}/, '0px)}')],
  [
    'a fixed foot that knows no safe area',
    [SAFE],
    adds('pages/home/index.wxss', '.home-head{position:fixed;bottom:0}'),
  ],
  [
    '3 KB of styles for nothing',
    [UNUSED],
    adds(
      'app-origin.wxss',
      Array.from({ length: 60 }, (_, n) => `.nobody-${n}{margin:1rpx;padding:1rpx}`).join('\n\n'),
    ),
  ],
  ['getSystemInfoSync is called', [GIVEN_UP], adds('common.js', ';function a(){wx.getSystemInfoSync()}')],
  [`${newest} is called`, [NEWER], adds('common.js', `;function a(){wx.${newest}({})}`)],
  ['an open address', [OPEN], adds('common.js', ';var a="http://example.com/map"')],
  ['a private interface that is not declared', [PRIVATE], adds('common.js', ';function a(){wx.chooseMessageFile({})}')],
  ['a button that asks for the phone number', [PRIVATE], adds('common.js', ';var a="getPhoneNumber"')],
  ['a declared one that nothing uses', [PRIVATE], says('common.js', /\.chooseMedia\(/, '.chooseNothing(')],
  ['a location interface that is not named', [LOCATION], appJson((app) => ({ ...app, requiredPrivateInfos: [] }))],
  [
    'one that is named and not used',
    [LOCATION],
    appJson((app) => ({ ...app, requiredPrivateInfos: ['getLocation', 'chooseAddress'] })),
  ],
  [
    'a permission of 31 characters',
    [PERMISSION],
    appJson((app) => ({ ...app, permission: { 'scope.userLocation': { desc: '用'.repeat(31) } } })),
  ],
  [
    'a page nobody leads to',
    [OPENED, REACHED],
    both(
      ...['.js', '.json', '.wxml'].map((end) => () => {
        cpSync(path.join(copy, PAGE + end), path.join(copy, `pages/lookup/again${end}`))
      }),
      appJson((app) => ({ ...app, pages: [...app.pages, 'pages/lookup/again'] })),
    ),
  ],
  ['a page of any size', [RESIZABLE], says(`${PAGE}.json`, '{', '{"resizable":true,')],
]

const SCREENS: Row[] = [
  ['30 setData in a row', [CALLS, OPENING], runs('onReady', 'for(var i=0;i<30;i++)this.setData({"root.sid":i})')],
  ['3 setData more', [OPENING], runs('onReady', 'for(var i=0;i<3;i++)this.setData({"root.sid":i})')],
  [
    'a name no template knows',
    [BOUND],
    runs('onLoad', 'var real=this.setData;this.setData=function(d,f){d["root.nobody"]=1;real.call(this,d,f)}'),
  ],
  ['1,100 nodes side by side', [HUGE, LARGE], draws('<view wx:for="{{1100}}" wx:key="*this"></view>')],
  [
    '644 nodes',
    [LARGE],
    draws('<view wx:for="{{14}}" wx:key="*this"><view wx:for="{{45}}" wx:key="*this"></view></view>'),
  ],
  ['11 requests', [REQUESTS], runs('onReady', `for(var i=0;i<11;i++)wx.request({url:"${BUILT_FOR}/healthz"})`)],
  ['an error', [WRONG], runs('onReady', 'setTimeout(function(){throw Error("lost")},0)')],
]

const BROWSER: Row[] = [
  ['a button of 10 points', [TINY, SMALL], draws('<view bindtap="eh" style="width:10px;height:10px"></view>')],
  ['a button of 30 points', [SMALL], draws('<view bindtap="eh" style="width:300px;height:30px"></view>')],
  [
    'a button of 50 points, in care mode too',
    [SMALL],
    draws('<view bindtap="eh" style="width:50px;height:50px"></view>'),
  ],
  ['light grey on white', [PALE], adds('app-origin.wxss', '.quiet{color:#c4c4c4}')],
  [
    'dark grey on black, in dark mode only',
    [PALE],
    adds('app-origin.wxss', '@media (prefers-color-scheme:dark){.quiet{color:#555}}'),
  ],
  ['words half seen through', [PALE], adds('app-origin.wxss', '.quiet{opacity:.5}')],
  [
    'a stretched picture',
    [BENT],
    draws('<image src="/assets/icon/camera.svg" style="width:100px;height:40px"></image>'),
  ],
  ['a box of 900 rpx', [WIDE], draws('<view style="width:900rpx;height:20px"></view>')],
  ['words in too low a box', [CUT], draws('<view style="height:10px;overflow:hidden">看不全的字</view>')],
  [
    'words that leave their button',
    [CUT],
    adds('app-origin.wxss', '.screen.care .tap.main{max-height:60px;font-size:90px}'),
  ],
]

const CHECKER: Row[] = [
  ['a setting that is none', [CHECKED], says(`${PAGE}.json`, '{', '{"navigationBarTextStyle":"purple",')],
  [
    'a private interface that does not exist',
    [CHECKED, LOCATION],
    appJson((app) => ({ ...app, requiredPrivateInfos: ['getLocation', 'getSecrets'] })),
  ],
]

const sorted = (names: readonly string[]) => [...names].sort()

describe('the build as it is', () => {
  const sights: Sight[] = ['screens', 'browser', 'checker']
  it.each(sights)(
    'breaks no rule (%s)',
    async (sight) => {
      expect(await broken(sight)).toEqual([])
    },
    PATIENCE,
  )
})

describe('read as text', () => {
  it.each(FILES)('%s', async (_what, rules, change) => {
    change()
    expect(sorted(await broken('files'))).toEqual(sorted(rules))
  })

  it('a development build is not taken for production', async () => {
    expect(await broken('files', 'https://minhu.example')).toEqual([SERVER])
  })
})

describe('run', () => {
  it.each(SCREENS)('%s', async (_what, rules, change) => {
    change()
    expect(sorted(await broken('screens'))).toEqual(sorted(rules))
  })
})

const inBrowser = chromiumPath() ? describe : describe.skip
inBrowser('drawn', () => {
  it.each(BROWSER)('%s', async (_what, rules, change) => {
    change()
    expect(sorted(await broken('browser'))).toEqual(sorted(rules))
  })
})

const withTools = TOOLS_ARE_THERE ? describe : describe.skip
withTools("WeChat's project checker", () => {
  it.each(CHECKER)(
    '%s',
    async (_what, rules, change) => {
      change()
      expect(sorted(await broken('checker'))).toEqual(sorted(rules))
    },
    PATIENCE,
  )
})

it('every rule that can be judged has a change above that breaks it', () => {
  const shown = [...FILES, ...SCREENS, ...BROWSER, ...CHECKER].flatMap(([, rules]) => rules)
  const judged = RULES.filter((rule) => !unmeasured.includes(rule))
  expect(judged.map(({ name }) => name).filter((name) => ![...shown, SERVER].includes(name))).toEqual([])
})

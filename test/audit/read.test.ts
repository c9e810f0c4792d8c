/** The audit itself, of what it reads as text: each change below breaks the rules beside it and no other. */
import {
  adds,
  appJson,
  both,
  broken,
  copies,
  copiesTheBuild,
  KB,
  NAME,
  PAGE,
  type Row,
  removes,
  says,
  saysEverywhere,
  sorted,
  unbroken,
  weighs,
} from './changes'
import { documented } from './interfaces'

const {
  COMPILES,
  NAMED,
  EACH,
  TOTAL,
  BUDGET,
  ACTIVE,
  INERTIA,
  SAFE,
  UNUSED,
  GIVEN_UP,
  NEWER,
  OPEN,
  SERVER,
  PRIVATE,
  LOCATION,
  PERMISSION,
  OPENED,
  REACHED,
  RESIZABLE,
} = NAME

copiesTheBuild()

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
    adds(`${PAGE}.wxss`, Array.from({ length: 60 }, (_, n) => `.nobody-${n}{margin:1rpx;padding:1rpx}`).join('\n\n')),
  ],
  ['getSystemInfoSync is called', [GIVEN_UP], adds('common.js', ';function a(){wx.getSystemInfoSync()}')],
  [`${newest} is called`, [NEWER], adds('common.js', `;function a(){wx.${newest}({})}`)],
  ['an open address', [OPEN], adds('common.js', ';var a="http://example.com/map"')],
  ['a private interface that is not declared', [PRIVATE], adds('common.js', ';function a(){wx.chooseMessageFile({})}')],
  ['a button that asks for the phone number', [PRIVATE], adds('common.js', ';var a="getPhoneNumber"')],
  ['a declared one that nothing uses', [PRIVATE], saysEverywhere(/\.chooseMedia\(/g, '.chooseNothing(')],
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
      copies(PAGE, 'pages/lookup/again'),
      appJson((app) => ({ ...app, pages: [...app.pages, 'pages/lookup/again'] })),
    ),
  ],
  ['a page of any size', [RESIZABLE], says(`${PAGE}.json`, '{', '{"resizable":true,')],
]

describe('read as text', () => {
  it.each(FILES)('%s', async (_what, rules, change) => {
    change()
    expect(sorted(await broken('files'))).toEqual(sorted(rules))
  })

  it('a development build is not taken for production', async () => {
    expect(await broken('files', 'https://minhu.example')).toEqual([SERVER])
  })
})

it('every rule that reads text has a change above that breaks it', () => {
  expect(unbroken(['files'], [...FILES.flatMap(([, rules]) => rules), SERVER])).toEqual([])
})

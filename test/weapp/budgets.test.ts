/** What crosses between the mini program's two threads, and how large its pages get: design.md part 7. */
import { SET_DATA, TREE } from './limits'
import type { Page } from './phone'
import { type Furnished, furnish, SCREEN_NAMES, type ScreenName } from './screens'

let screens: Furnished
beforeAll(async () => {
  screens = await furnish()
}, 120_000)
afterAll(() => screens.close())

it.each(SCREEN_NAMES)('%s opens with at most 2 setData and 20 KB', async (name) => {
  const { calls, bytes } = (await screens.open(name)).traffic()
  expect(calls).toBeLessThanOrEqual(SET_DATA.calls)
  expect(bytes).toBeLessThanOrEqual(SET_DATA.open)
})

it.each(SCREEN_NAMES)('%s has fewer than 600 nodes, less than 25 deep, at most 50 side by side', async (name) => {
  const { nodes, depth, mostChildren } = (await screens.open(name)).counts()
  expect(nodes).toBeLessThan(TREE.nodes)
  expect(depth).toBeLessThan(TREE.depth)
  expect(mostChildren).toBeLessThanOrEqual(TREE.children)
})

it('the first category, which draws its two questions with three answers each, costs at most 2 KB', async () => {
  const page = await screens.open('the form')
  const { bytes } = await page.measure(() => page.tap('路灯照明'))
  expect(bytes).toBeLessThanOrEqual(SET_DATA.questions)
})

it.each([
  ['道路交通', '路灯照明'],
  ['路灯照明', '道路交通'],
])('choosing another category, %s and then %s, costs at most 1 KB', async (first, second) => {
  const page = await screens.open('the form')
  await page.tap(first)
  const { bytes } = await page.measure(() => page.tap(second))
  expect(bytes).toBeLessThanOrEqual(SET_DATA.tap)
})

it.each<ScreenName>(['the form', 'the form, filled', 'the form, unfolded', 'the form of a code'])(
  'a letter typed into %s costs at most 300 bytes',
  async (name) => {
    const page = await screens.open(name)
    await page.input('说说情况', '路灯不')
    const { bytes } = await page.measure(() => page.input('说说情况', '路灯不亮'))
    expect(bytes).toBeLessThanOrEqual(SET_DATA.letter)
  },
)

describe.each<[screen: ScreenName, what: string, turns: (page: Page) => Promise<void>, shows: string]>([
  ['news', 'another channel', (page) => page.tap('便民信息'), '示例消息第 28 条'],
  ['news', 'the second page', (page) => page.tap('下一页'), '示例消息第 15 条'],
  ['hotlines', 'another group', (page) => page.tap('水电生活'), '再看'],
  ['sights, a full page', 'another section', (page) => page.tap('部门'), '打电话'],
  ['sights, a full page', 'the second page', (page) => page.tap('下一页'), '示例景点'],
])('on %s %s', (screen, _, turns, shows) => {
  it('costs less than 20 KB, and leaves a page as small as the first', async () => {
    const page = await screens.open(screen)
    const { bytes, largest } = await page.measure(async () => {
      await turns(page)
      await screens.phone.until(`“${shows}”`, () => page.text().includes(shows))
    })
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(SET_DATA.open)
    expect(largest).toBeLessThanOrEqual(SET_DATA.ever)
    expect(page.counts().nodes).toBeLessThan(TREE.nodes)
  })
})

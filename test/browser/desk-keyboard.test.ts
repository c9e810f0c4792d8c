/** A whole case at the desk without a mouse at 1280 × 800, and by thumb at 390 × 844. */
import { PASSWORD } from '../journeys/town'
import { front } from '../shots/front'
import { byKeyboard, type Typist } from './keyboard'
import { type Office, openOffice } from './office'
import { DESK, PHONE, type Visitor } from './visit'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach(() => expect(office.errors()).toEqual([]))

type Worker = { visitor: Visitor; typist: Typist }

/** Somebody signs in, and touches nothing but keys. */
async function signsIn(account: string): Promise<Worker> {
  const visitor = await office.comes(DESK)
  const typist = byKeyboard(visitor.page)
  await visitor.goes('desk/signin/index')
  await visitor.sees('登录')
  await typist.writes('账号', account)
  await typist.writes('密码', PASSWORD)
  await typist.key('Enter')
  await visitor.sees('刷新')
  return { visitor, typist }
}

const keyboardAt = (visitor: Visitor, selector: string) =>
  visitor.page.waitForFunction((one) => document.activeElement?.matches(one), selector)
/** What has the keyboard, and that somebody can see that it has. */
const isSeenAt = async ({ typist }: Worker, name: RegExp) =>
  expect(await typist.focused()).toMatchObject({ name: expect.stringMatching(name), visible: true })

describe('with keys alone', () => {
  let no: string
  let wang: Worker
  let li: Worker

  beforeAll(async () => {
    ;({ no } = await (await office.town.citizen()).files({ kind: 'consult', text: '高速出口几点施工？' }))
    wang = await signsIn('wang')
  })

  test('J goes to the first ticket, Enter opens it beside the list', async () => {
    await wang.typist.key('j')
    await keyboardAt(wang.visitor, '.ticket-card')
    await isSeenAt(wang, /高速出口几点施工/)
    await wang.typist.key('Enter')
    await wang.visitor.sees('办理过程')
  })

  test('R opens the reply, with the keyboard in it; letters are letters there', async () => {
    await wang.typist.key('r')
    await keyboardAt(wang.visitor, '.desk-box textarea')
    await wang.typist.key('r')
    await wang.typist.key('j')
    expect(await wang.visitor.page.locator('.desk-box textarea').inputValue()).toBe('rj')
  })

  test('Escape closes the box, and the keyboard is at the button that opened it', async () => {
    await wang.typist.key('Escape')
    await keyboardAt(wang.visitor, '[aria-keyshortcuts="R"]')
    await isSeenAt(wang, /^回复/)
  })

  test('what was written is there when it opens again, and Ctrl+Enter sends it', async () => {
    await wang.typist.key('Enter')
    await keyboardAt(wang.visitor, '.desk-box textarea')
    await wang.typist.key('Control+A')
    await wang.visitor.page.keyboard.insertText('您好，我马上问。')
    await wang.typist.key('Control+Enter')
    await wang.visitor.sees('您好，我马上问。')
    await wang.visitor.page.locator('.desk-box').waitFor({ state: 'detached' })
  })

  test('D dispatches it: the unit by Tab and the space bar', async () => {
    await wang.typist.key('d')
    await wang.visitor.sees('选择单位')
    await wang.typist.presses('radio', /交通/, 'Space')
    await wang.typist.writes(/承办单位/, '请查一查')
    await wang.typist.key('Control+Enter')
    await wang.visitor.page.locator('.desk-box').waitFor({ state: 'detached' })
    expect((await office.town.world.store.get('tickets', no)) ?? {}).toMatchObject({ status: 'dispatched' })
  })

  test('Li takes it with T, and answers it with A', async () => {
    li = await signsIn('li')
    await li.typist.key('j')
    await li.typist.key('Enter')
    await li.visitor.page.locator('[aria-keyshortcuts="T"]').waitFor()
    await li.typist.key('t')
    await li.visitor.page.locator('[aria-keyshortcuts="A"]').waitFor()
    await li.typist.key('a')
    await li.visitor.sees('办理结果')
    await li.typist.presses('radio', '已办好', 'Space')
    await li.typist.writes('答复内容', '每天 9 点到 17 点。')
    await li.typist.key('Control+Enter')
    await li.visitor.page.locator('.desk-box').waitFor({ state: 'detached' })
    expect((await office.town.world.store.get('tickets', no)) ?? {}).toMatchObject({ status: 'answered' })
  })

  test('? shows every key there is, and Escape puts it away', async () => {
    await li.typist.key('?')
    await li.visitor.page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
    await li.visitor.sees('下一件')
    await li.typist.key('Escape')
    await li.visitor.page.getByRole('dialog', { name: '键盘快捷键' }).waitFor({ state: 'detached' })
  })

  test('P unfolds the menu with the keyboard in it, and Escape leads back', async () => {
    await li.typist.key('p')
    await keyboardAt(li.visitor, '#desk-more .tap')
    await isSeenAt(li, /替人登记/)
    await li.typist.key('Escape')
    await keyboardAt(li.visitor, '#desk-more-tap')
  })

  test('a digit chooses a queue, and it is the one of the next morning too', async () => {
    const mine = li.visitor.page.getByRole('radio', { name: /^我的/ })
    await li.typist.key('2')
    await mine.and(li.visitor.page.locator('[aria-checked="true"]')).waitFor()
    await li.visitor.page.reload()
    await mine.and(li.visitor.page.locator('[aria-checked="true"]')).waitFor()
  })
})

describe('what happens elsewhere', () => {
  let wang: Worker

  beforeAll(async () => {
    wang = await signsIn('wang')
  })

  test('comes onto the screen without reloading, while the place and the words stay', async () => {
    const { no } = await (await office.town.citizen()).files({ text: '第一件，路灯坏了。' })
    await wang.visitor.sees('第一件，路灯坏了。')
    await wang.visitor.page.getByText('第一件，路灯坏了。').first().click()
    await wang.visitor.sees('办理过程')
    await wang.typist.key('r')
    await keyboardAt(wang.visitor, '.desk-box textarea')
    await wang.visitor.page.keyboard.insertText('正在写的话')
    await (await office.town.official('wang')).does(no, { do: 'note', text: '同事的备注' })
    await (await office.town.citizen()).files({ text: '第二件，井盖松了。' })
    await wang.visitor.sees('第二件，井盖松了。')
    await wang.visitor.sees('同事的备注')
    await keyboardAt(wang.visitor, '.desk-box textarea')
    expect(await wang.visitor.page.locator('.desk-box textarea').inputValue()).toBe('正在写的话')
  })

  test('rings with a mark on the screen and in the tab, once somebody is about to have waited too long', async () => {
    await office.passes(9)
    await wang.visitor.sees('2 件首次回复快到时限')
    await wang.visitor.page.waitForFunction(() => document.title.startsWith('(2)'))
  })
})

describe('a session that ends in the middle of a reply', () => {
  let wang: Worker
  const box = () => wang.visitor.page.locator('.desk-box textarea')

  async function again(account: string) {
    await wang.visitor.fills('账号', account)
    await wang.visitor.fills('密码', PASSWORD)
    await wang.visitor.press('登录')
  }

  beforeAll(async () => {
    wang = await signsIn('wang')
    await (await office.town.citizen()).files({ text: '第三件，公交站牌倒了。' })
    await wang.visitor.page.getByText('第三件，公交站牌倒了。').first().click()
    await wang.visitor.sees('办理过程')
    await wang.typist.key('r')
    await keyboardAt(wang.visitor, '.desk-box textarea')
    await wang.visitor.page.keyboard.insertText('我们已派人去扶正')
    for (const { id, version } of (
      await office.town.world.store.find('sessions', { where: { actor: 'o_wang' }, by: 'expiresAt', limit: 50 })
    ).items)
      await office.town.world.store.remove('sessions', id, version)
    await wang.typist.key('Control+Enter')
    await wang.visitor.page.locator('.desk-box').getByRole('button', { name: '登录' }).waitFor()
  })

  test('loses nothing: signed in again, it is sent as it stands', async () => {
    await wang.visitor.press('登录')
    await wang.visitor.sees('账号')
    await again('wang')
    await box().waitFor()
    expect(await box().inputValue()).toBe('我们已派人去扶正')
  })

  test('keeps it over a reload too, and the button says that there is a draft', async () => {
    await wang.visitor.page.reload()
    await wang.visitor.page.getByText('第三件，公交站牌倒了。').first().click()
    await wang.visitor.page.getByRole('button', { name: /^回复.*有草稿/ }).click()
    expect(await box().inputValue()).toBe('我们已派人去扶正')
  })

  test('is found by nobody else on the same computer', async () => {
    await wang.visitor.goes('desk/signin/index')
    await again('demo')
    await wang.visitor.sees('示例员')
    await wang.visitor.page.getByText('第三件，公交站牌倒了。').first().click()
    await wang.visitor.page.getByRole('button', { name: '回复', exact: true }).click()
    expect(await box().inputValue()).toBe('')
  })
})

describe('by thumb', () => {
  let wang: Visitor

  beforeAll(async () => {
    wang = await office.comes(PHONE, 'wang')
  })

  test('the first ticket is in sight below the head, and everything is large enough to hit', async () => {
    const card = await wang.page.locator('.ticket-card').first().boundingBox()
    expect((card?.y ?? PHONE.height) + 60).toBeLessThan(PHONE.height / 2)
    for (const tap of await front(wang.page).locator('.tap').all())
      expect((await tap.boundingBox())?.height).toBeGreaterThanOrEqual(48)
  })

  test('the rest stands under one button', async () => {
    await wang.press('更多')
    await wang.sees('替人登记')
    await wang.sees('退出')
    await wang.press('收起')
  })

  test('nothing is wider than the screen', async () => {
    expect(await wang.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  })

  test('a ticket is opened, answered and left again', async () => {
    await wang.page.locator('.ticket-card').first().click()
    await wang.sees('办理过程')
    await wang.press('回复')
    await wang.fills('回复内容', '好的，我们去看。')
    await wang.press('发送')
    await wang.sees('好的，我们去看。')
  })
})

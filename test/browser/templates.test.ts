/** What the desk writes with: a template at one tap, its slots one after the other, and a unit that a rule has chosen. */
import { newKey, type Person } from '../journeys/people'
import { type Office, openOffice, opensAnew } from './office'
import { DESK, PHONE, type Visitor } from './visit'

let office: Office
let ma: Person
let wang: Visitor
let no: string

beforeAll(async () => {
  office = await openOffice()
  ma = await office.town.official('ma')
  const phrase = {
    title: '已安排人',
    use: 'reply',
    text: '【地点】的事，【谁】【什么时候】到现场。',
  } as const
  await ma.gets('phrases.save', { key: newKey(), scope: 'district', phrase })
  const rule = { title: '高速和国道', categories: ['traffic'], unit: 'transport', coUnits: ['urban'] }
  const place = { in: 'words' as const, words: ['高速'] }
  await ma.gets('routing.change', { key: newKey(), version: 0, change: { do: 'add', rule: { ...rule, place } } })
  no = (await (await office.town.citizen()).files()).no
  wang = await office.comes(DESK, 'wang')
})
afterAll(() => office?.close())
afterEach(() => expect(office.errors()).toEqual([]))

const field = () => wang.page.locator('#desk-box textarea')
const selected = () =>
  field().evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))
/** Once a template has been drawn, its slot is selected. */
async function settles(slot: string): Promise<void> {
  for (let left = 50; left > 0 && (await selected()) !== slot; left--) await wang.page.waitForTimeout(100)
  expect(await selected()).toBe(slot)
}
const picture = (visitor: Visitor, name: string) =>
  process.env.MINHU_SEE ? visitor.page.screenshot({ path: `${process.env.MINHU_SEE}/${name}.png` }) : undefined

test('a template is one tap away, and its first slot is selected', async () => {
  await opensAnew(wang, `desk/ticket/index?no=${no}`, '办理过程')
  await wang.press('回复')
  await wang.press('已安排人')
  await settles('【谁】')
  expect(await field().inputValue()).toBe('唐曹高速曹妃甸出口的事，【谁】【什么时候】到现场。')
  await picture(wang, 'template')
})

test('typing fills the slot; the next is one press away', async () => {
  await wang.page.keyboard.type('交通局养护队')
  await wang.press('填 【什么时候】')
  await settles('【什么时候】')
})

test('with a slot that is still open nothing is sent, and the words stay', async () => {
  await wang.press('发送')
  await wang.sees('还有没填的空：【什么时候】')
  expect(await field().inputValue()).toBe('唐曹高速曹妃甸出口的事，交通局养护队【什么时候】到现场。')
  await picture(wang, 'slot-open')
})

test('filled in it is sent', async () => {
  await field().fill('唐曹高速曹妃甸出口的事，交通局养护队今天下午到现场。')
  await wang.press('发送')
  await wang.sees('交通局养护队今天下午到现场')
})

test('dispatching has the unit of the rule chosen already', async () => {
  await wang.press('转办')
  await wang.sees('按规则“高速和国道”，建议转给交通运输局，由城市管理局协办。')
  await picture(wang, 'suggested')
  await wang.press('转办')
  await wang.sees('转给交通运输局')
  const ticket = await (await office.town.official('wang')).opens(no)
  expect([ticket.unit.id, ticket.coUnits.map(({ id }) => id)]).toEqual(['transport', ['urban']])
})

test('the administrator sees that it was followed, tries the rules, and adds one on the phone', async () => {
  const mobile = await office.comes(PHONE, 'ma')
  await opensAnew(mobile, 'office/routing/index', '高速和国道')
  await mobile.sees('照办 1 次，改派 0 次')
  await mobile.chooses('道路交通')
  await mobile.fills('地址（可不填）', '长深高速曹妃甸收费站')
  await mobile.press('看看结果')
  await mobile.sees('按规则“高速和国道”，建议转给交通运输局')
  await picture(mobile, 'rules')
  await mobile.press('新增规则')
  await mobile.fills('名称（30 字以内）', '路灯')
  await mobile.chooses('城市管理局')
  await picture(mobile, 'rule')
  await mobile.press('保存规则')
  await mobile.sees('规则已更新。')
  await mobile.sees('第 2 条')
})

test('the templates of the district stand in a list, and one is added', async () => {
  const desk = await office.comes(DESK, 'ma')
  await opensAnew(desk, 'office/phrases/index', '已安排人')
  await desk.press('新增模板')
  await desk.fills('名称（20 字以内）', '修好了')
  await desk.chooses('答复办结')
  await desk.fills('内容（400 字以内，空写成【日期】这样）', '都办好了')
  await desk.press('保存模板')
  await desk.sees('答复模板至少留一个要人填的空')
  await picture(desk, 'phrase')
  await desk.fills('内容（400 字以内，空写成【日期】这样）', '【日期】修好了：【办理情况】')
  await desk.press('保存模板')
  await desk.sees('模板已保存。')
  await picture(desk, 'phrases')
})

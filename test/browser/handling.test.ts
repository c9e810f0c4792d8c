/** What is done with a ticket beside answering it, on the desk computer and by thumb, and what its asker sees of it. */
import type { Person } from '../journeys/people'
import { type Office, openOffice, opensAnew } from './office'
import { atDesk, DESK, PHONE, passesOn, type Visitor } from './visit'

let office: Office
let wu: Person
let desk: Visitor
let phone: Visitor
let first: string
let second: string

beforeAll(async () => {
  office = await openOffice()
  const { town } = office
  wu = await town.citizen()
  first = (await wu.files()).no
  second = (await (await town.citizen()).files({ text: '出口又堵了，路灯也不亮。' })).no
  desk = await office.comes(DESK)
  phone = await office.comes(PHONE)
  const wang = await town.official('wang')
  await wang.replies(first, '收到，马上请交通局看。')
  await wang.dispatches(first, 'transport')
})
afterAll(() => office?.close())
afterEach(() => expect(office.errors()).toEqual([]))

const at = async (visitor: Visitor, account: string, no: string) => {
  await atDesk(visitor, account)
  await opensAnew(visitor, `desk/ticket/index?no=${no}`, '办理过程')
}

test('what is done more rarely lies under a fold, by thumb as on the computer', async () => {
  await at(phone, 'li', first)
  await phone.press('接办')
  await phone.press('更多操作')
  await phone.sees('移交同事')
  await phone.press('取消')
  await phone.sees('答复办结')
})

test('a note says that only officials read it, and the citizen does not', async () => {
  await phone.press('内部备注')
  await phone.sees('只有工作人员看得到')
  await phone.fills('备注内容', '已电话联系施工单位')
  await phone.press('内部备注')
  await phone.sees('已电话联系施工单位')
  expect(JSON.stringify(await wu.sees(first))).not.toContain('施工单位')
})

test('it will be late: the box says that the citizen reads the day and why', async () => {
  await phone.press('更多操作')
  await phone.press('告知延迟')
  await phone.fills('预计哪天办好', '2026-03-30')
  await phone.sees('群众会看到这个日期和原因')
  await phone.fills('为什么会晚', '信号灯要等厂家发货')
  await phone.press('告知延迟')
  await phone.sees('预计 3月30日（周一） 办好')
  expect(await wu.sees(first)).toMatchObject({ expectedOn: '2026-03-30' })
})

test('the same thing reported twice is merged, and a wrong number is said where it was typed', async () => {
  await at(desk, 'wang', second)
  await desk.press('更多操作')
  await desk.press('合并办理')
  await desk.fills('合并到哪一件（填编号）', 'CFD-1')
  await desk.fills('告诉群众为什么合并', '同一件事已有人在办，合并一起办理。')
  await desk.press('合并办理')
  await desk.sees('编号不对')
  await desk.fills('合并到哪一件（填编号）', first)
  await desk.press('合并办理')
  await desk.sees('合并到')
  await desk.sees(first)
})

test('and taken apart again', async () => {
  await desk.press('取消合并')
  await desk.sees('这件恢复单独办理')
  await desk.press('取消合并')
  await desk.sees('恢复单独办理')
})

test('two things in one are split: the second has a number of its own', async () => {
  await desk.press('更多操作')
  await desk.press('拆分')
  await desk.chooses('路灯照明')
  await desk.sees('群众会看到这段话')
  await desk.fills('另办的是什么事', '出口处的路灯不亮。')
  await desk.press('拆分')
  await desk.sees('其中一件事另办')
})

test('it is passed to a unit, and another is asked to help at once', async () => {
  await passesOn(desk, '交通运输局', '请城管配合', '城市管理局')
  expect((await office.town.official('zhao').then((zhao) => zhao.opens(second))).coUnits).toHaveLength(1)
})

test('it is handed over to a colleague, who then has it', async () => {
  await phone.press('更多操作')
  await phone.press('移交同事')
  await phone.chooses('孙磊')
  await phone.fills('给同事的话（可不填）', '我下周休假')
  await phone.press('移交同事')
  await phone.sees('转由孙磊办理')
  expect((await wu.sees(first)).handler).toBe('孙磊')
})

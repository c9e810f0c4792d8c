/** One answer for many, from the desk into a case: what an official presses, and what the asker then reads. */
import { complaint, newKey, type Person } from '../journeys/people'
import { ANSWER, QUESTION, TITLE } from '../journeys/water'
import { agrees, type Office, openOffice, opensAnew } from './office'
import { DESK, PHONE, type Visitor } from './visit'

let office: Office
let asker: Person
let wang: Visitor
let resident: Visitor
let no = ''
let id = ''

beforeAll(async () => {
  office = await openOffice()
  asker = await office.town.citizen()
  no = (await asker.files(complaint({ kind: 'consult', category: 'other', text: '家里没水了，什么时候能来水？' }))).no
  const desk = await office.town.official('wang')
  const about = { title: TITLE, question: QUESTION, public: true }
  id = (await desk.gets('groups.make', { key: newKey(), ...about, tickets: [no] })).id
  wang = await office.comes(DESK, 'wang')
  resident = await office.comes(PHONE)
})
afterAll(() => office?.close())
afterEach(() => expect(office.errors()).toEqual([]))

test('the answer is written, seen as each will read it, and sent after a question', async () => {
  await opensAnew(wang, `office/group/index?id=${id}`, '写统一答复')
  await wang.press('写统一答复')
  await wang.fills('答复', ANSWER.zh)
  await wang.press('预览')
  await wang.sees('每个人会这样看到')
  await wang.press('发给 1 人')
  await agrees(wang, '发送')
  await wang.sees('第 1 版答复')
})

test('the asker has it within the minute', async () => {
  await office.passes(1)
  await office.town.tick()
  expect((await asker.sees(no)).history.at(-1)).toMatchObject({ did: 'tell', text: ANSWER.zh })
})

test('everybody reads it under popular issues', async () => {
  await resident.goes(`pages/read/issue/index?id=${id}`)
  await resident.sees(ANSWER.zh)
})

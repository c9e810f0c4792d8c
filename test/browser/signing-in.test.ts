/** Officials at the door, in a browser: codes, a computer let in by a phone, the lock, and who manages them. */
import { codeOf, stepAt } from '@/server/oneTimeCode'
import { EASY_DESK, PASSWORD } from '../journeys/town'
import { front } from '../shots/front'
import { agrees, type Office, openOffice, writesArticle } from './office'
import { DESK, PHONE, type Visitor } from './visit'

let office: Office
beforeAll(async () => {
  office = await openOffice({ district: { desk: { ...EASY_DESK, lockMinutes: 15 } } })
})
afterAll(() => office?.close())
afterEach(() => expect(office.errors()).toEqual([]))

const letters = (visitor: Visitor) =>
  front(visitor.page)
    .locator('.code-letters')
    .innerText()
    .then((text) => text.replace(/\s/g, ''))

test('one-time codes are set up from one’s account, and asked for at the next sign-in', async () => {
  const chen = await office.comes(DESK, 'chen')
  await chen.goes('office/me/index')
  await chen.press('设置验证码')
  await chen.fills('密码', PASSWORD)
  await chen.press('下一步')
  await chen.sees('先设好验证码')
  const key = await letters(chen)
  await chen.fills('验证码', codeOf(key, stepAt(new Date(office.town.now()))))
  await chen.press('确认')
  await chen.sees('登录验证码：已设好')
  await office.passes(2)
  const again = await office.comes(DESK)
  await again.goes('desk/signin/index')
  await again.fills('账号', 'chen')
  await again.fills('密码', PASSWORD)
  await again.press('登录')
  await again.sees('请打开手机上的验证器')
  await again.fills('验证码', '000000')
  await again.press('登录')
  await again.sees('验证码不对')
  await again.fills('验证码', codeOf(key, stepAt(new Date(office.town.now()))))
  await again.press('登录')
  await again.sees('刷新')
})

test('a computer is let in by a phone that is signed in, when the digits are the same', async () => {
  const phone = await office.comes(PHONE, 'wang')
  const computer = await office.comes(DESK)
  const asked = computer.page.waitForResponse((response) => response.url().endsWith('/call/desk.offer'))
  await computer.goes('desk/signin/index')
  await computer.page.getByRole('radio', { name: '手机扫码' }).click()
  const { data } = (await (await asked).json()) as { data: { offer: string; digits: string } }
  await computer.sees(data.digits)
  await phone.goes(`office/approve/index?offer=${data.offer}`)
  await phone.sees('有电脑想用您的账号登录')
  await phone.fills('电脑上显示的两位数字', data.digits)
  await phone.press('同意登录')
  await phone.sees('已同意')
  await computer.sees('刷新')
})

test('a desk that was left locks; what was written is still there, and what was sent goes out after the password', async () => {
  const lin = await office.comes(DESK, 'ma')
  await writesArticle(lin, '停水通知', '今晚八点到十点停水。')
  await office.passes(16)
  await lin.press('保存草稿')
  await lin.sees('离开太久，已自动锁定')
  expect(await lin.page.getByText('今晚八点到十点停水').isVisible()).toBe(false)
  await lin.fills('密码', 'wrong')
  await lin.press('解锁')
  await lin.sees('密码不对')
  await lin.fills('密码', PASSWORD)
  await lin.press('解锁')
  await lin.sees('群众看到的样子')
})

test('an admin adds somebody, hands over the password, and ends them', async () => {
  const ma = await office.comes(DESK, 'ma')
  await ma.goes('office/people/index')
  await ma.press('添加工作人员')
  await ma.fills('账号', 'zhou')
  await ma.fills('真实姓名', '周平')
  await ma.chooses('交通运输局')
  await ma.page.getByRole('switch', { name: '承办答复' }).click()
  await ma.press('保存')
  await ma.sees('只显示这一次')
  await ma.press('我已抄好')
  await ma.sees('还没有登录过')
  await ma.press('停用账号')
  await agrees(ma, '确定')
  await ma.sees('停用')
  expect(await office.town.world.store.get('officials', 'o_zhou')).toMatchObject({ ended: office.town.now() })
})

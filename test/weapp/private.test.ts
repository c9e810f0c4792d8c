/** What WeChat gives only with consent, in the built mini program: asked in our own words, on whatever screen. */
import { existsSync } from 'node:fs'
import { openTown, type ServerTown } from '../journeys/town'
import * as pictures from '../pictures'
import { fail, type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const FORM = 'pages/report/index'
const WHERE = '用我现在的位置'

let town: ServerTown
let phone: Phone

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
})
afterAll(() => town.close())
afterEach(() => {
  expect(phone.errors).toEqual([])
  phone.close()
})

const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))

/** A phone on which nobody has agreed yet, with the form open. */
async function opensForm(settings = {}): Promise<void> {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url }, settings })
  phone.privacy.agreed = false
  phone.answer('getLocation', { latitude: 39.27, longitude: 118.45 })
  await phone.open(FORM)
  await sees('是哪方面的事')
}

test('before the place is used, the person is told what for, and WeChat that they were', async () => {
  await opensForm()
  await phone.page.tap(WHERE)
  await sees('您点一次取一次，用来填写地点')
  expect(phone.page.text()).toContain('不同意也能办')
  expect(phone.called('privacy exposureAuthorization')).toHaveLength(1)
})

test('whoever agrees by the button is asked once, and what they tapped goes on', async () => {
  await opensForm()
  await phone.page.tap(WHERE)
  await phone.page.tap('同意')
  await sees('已记下位置')
  expect(phone.page.has('.ask-sheet')).toBe(false)
  await phone.page.tap('不用这个位置')
  await phone.page.tap(WHERE)
  await sees('已记下位置')
  expect(phone.called('privacy agree')).toHaveLength(1)
})

test('whoever disagrees is told at the place they tapped, and can write on', async () => {
  await opensForm()
  await phone.page.tap(WHERE)
  await phone.page.tap('不同意')
  expect(phone.page.has('.ask-sheet')).toBe(false)
  await sees('只写文字也一样能办')
  await phone.page.input('说说情况', '路灯不亮，晚上看不见路')
  expect(phone.page.value('<textarea>')).toBe('路灯不亮，晚上看不见路')
})

test('photos that were refused say so where they are added', async () => {
  await opensForm()
  await phone.page.tap('拍照或选照片')
  await phone.page.tap('不同意')
  await sees('您没有同意使用照片和视频')
})

test('photos that were only not chosen say nothing', async () => {
  await opensForm()
  phone.privacy.agreed = true
  phone.answer('chooseMedia', fail('cancel'))
  await phone.page.tap('拍照或选照片')
  expect(phone.page.text()).not.toContain('您没有同意')
})

test('two that wait at once are asked for in one sheet, and both are answered', async () => {
  await opensForm()
  phone.putFile('wxfile://tmp_1.jpg', await pictures.phoneJpeg(1))
  await phone.page.tap(WHERE)
  await phone.page.tap('拍照或选照片')
  expect(phone.page.text('.ask-sheet')).toMatch(/您现在的位置.*照片和视频/)
  await phone.page.tap('同意')
  await sees('已记下位置')
  await phone.until('the photo', () => phone.page.findAll('.photo').length > 0)
  expect(phone.called('privacy agree')).toHaveLength(2)
})

test('the official text opens from the sheet, and the question stays', async () => {
  await opensForm()
  await phone.page.tap(WHERE)
  await phone.page.tap('看《用户隐私保护指引》')
  expect(phone.called('openPrivacyContract')).toHaveLength(1)
  expect(phone.page.has('.ask-sheet')).toBe(true)
  await phone.page.tap('不同意')
})

test('it is asked on the screen in front only', async () => {
  await opensForm()
  await phone.open('pages/lookup/index')
  await phone.back()
  await phone.page.tap(WHERE)
  expect(phone.pages.filter((page) => page.has('.ask-sheet'))).toHaveLength(1)
  await phone.page.tap('不同意')
})

test('a base library that knows no such question asks nothing', async () => {
  await opensForm({ SDKVersion: '2.32.2' })
  await phone.page.tap(WHERE)
  await sees('已记下位置')
})

/** Filing with the built mini program where the network is bad or the phone is full: what was shown as kept is never lost. */
import { existsSync } from 'node:fs'
import { openTown, type ServerTown } from '../journeys/town'
import { arrives, draftsOn, empties, FORM, LAMP, LIST, opensForm, photographs, sees, ticketsOf } from './filer'
import { type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const FULL = '手机存储空间满了'

let town: ServerTown
let phone: Phone

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
  await opensForm(phone)
})
afterEach(async () => {
  expect(phone.errors).toEqual([])
  phone.close()
  await empties(town)
})

const writes = async (words = LAMP) => {
  await phone.page.tap('路灯照明')
  await phone.page.input('说说情况', words)
}
const fileSize = () =>
  [...phone.files].reduce((sum, [path, { bytes }]) => (path.startsWith('wxfile://usr') ? sum + bytes.length : sum), 0)
const textSize = () => [...phone.storage.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)

test('a photo that no longer fits on the phone is refused in words; the one before stays and is filed', async () => {
  await writes()
  await photographs(phone, 1)
  await sees(phone, '已传好')
  phone.room.files = fileSize() + 10
  await photographs(phone, 2)
  await sees(phone, FULL)
  expect(draftsOn(phone)[0]?.media.map(({ state }) => state)).toEqual(['sent'])
  await phone.page.tap('提交')
  await arrives(phone)
  expect((await ticketsOf(town)).map(({ photos }) => photos.length)).toEqual([1])
})

test('words that no longer fit on the phone are said to be so; those before stay, and all are kept when there is room', async () => {
  await writes()
  const { storage } = phone.room
  phone.room.storage = textSize()
  await phone.page.input('说说情况', `${LAMP}，已经三天了`)
  await sees(phone, FULL)
  expect(draftsOn(phone)[0]?.form.text).toBe(LAMP)
  phone.room.storage = storage
  await phone.page.input('说说情况', `${LAMP}，已经四天了`)
  expect(draftsOn(phone)[0]?.form.text).toBe(`${LAMP}，已经四天了`)
  expect(phone.page.text()).not.toContain(FULL)
})

test('sent without a network and closed, it goes by itself when there is one, whatever screen is open', async () => {
  phone.offline = true
  await opensForm(phone)
  expect(phone.page.text()).toContain('现在没有网络。可以照常写')
  await writes()
  await photographs(phone, 1)
  await phone.page.tap('提交')
  await sees(phone, '已存好，还没有送出')
  expect(phone.page.text()).toContain('看到编号，才算送到')
  phone.kill()
  await phone.restart('pages/home/index')
  phone.offline = false
  await arrives(phone)
  await phone.tab('办件')
  await sees(phone, '已送达：CFD-')
  const [ticket] = await ticketsOf(town)
  expect(ticket).toMatchObject({ text: LAMP, photos: [expect.anything()] })
  expect(phone.page.text()).toContain(`已送达：${ticket?.id}`)
})

test('where the answer was lost after the server had filed it, the next life hears the same number, once', async () => {
  await writes()
  await photographs(phone, 1)
  await sees(phone, '已传好')
  phone.loseNext(9)
  await phone.page.tap('提交')
  await phone.until('the ticket', () => draftsOn(phone)[0]?.tried === true)
  await phone.settle()
  phone.kill()
  const before = await ticketsOf(town)
  phone.loseNext(0)
  await phone.restart(LIST)
  await arrives(phone)
  await sees(phone, `已送达：${before[0]?.id}`)
  expect(await ticketsOf(town)).toHaveLength(1)
})

test('one that waits can be changed as long as it cannot have arrived', async () => {
  phone.offline = true
  await writes()
  await photographs(phone, 1)
  await phone.page.tap('提交')
  await sees(phone, '已存好，还没有送出')
  await phone.page.tap('改一改')
  await sees(phone, '是哪方面的事')
  expect(phone.page.value('<textarea>')).toBe(LAMP)
  expect(draftsOn(phone)[0]?.state).toBe('writing')
})

test('the form that was left is the one that opens', async () => {
  await writes()
  phone.kill()
  await phone.restart(FORM)
  await sees(phone, '接着上次没写完的')
  expect(phone.page.value('<textarea>')).toBe(LAMP)
})

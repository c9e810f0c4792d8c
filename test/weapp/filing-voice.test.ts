/** Voice notes and films, in the form of the built mini program. */
import { existsSync } from 'node:fs'
import { MAX_VIDEO_BYTES } from '@/contract/uploads'
import * as clips from '../clips'
import { openTown, type ServerTown } from '../journeys/town'
import { arrives, draftsOn, empties, opensForm, sees, ticketsOf } from './filer'
import { fail, type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const BUTTON = '.record'
const LONGER_THAN_A_TAP = 600

let town: ServerTown
let phone: Phone

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
  phone.speak(clips.mp3(6.5), 7)
  await opensForm(phone)
})
afterEach(async () => {
  expect(phone.errors).toEqual([])
  phone.close()
  await empties(town)
})

const isAllowed = () => phone.answer('getSetting', { authSetting: { 'scope.record': true } })
async function records(): Promise<void> {
  await phone.page.tap(BUTTON)
  await sees(phone, '点一下结束')
  await phone.page.tap(BUTTON)
  await sees(phone, '录好了')
}
const kinds = () => draftsOn(phone).flatMap(({ media }) => media.map(({ kind }) => kind))

test('whoever was never asked is asked once; then the button records', async () => {
  await phone.page.tap(BUTTON)
  await sees(phone, '可以录音了，请再按住说话')
  expect(phone.called('authorize')).toEqual([{ scope: 'scope.record' }])
  await records()
  expect(kinds()).toEqual(['voice'])
})

test('without the microphone it says how to allow it, and words are enough', async () => {
  phone.answer('getSetting', { authSetting: { 'scope.record': false } })
  await phone.page.tap(BUTTON)
  await sees(phone, '没有录音权限')
  expect(phone.page.text()).toContain('不录音也能提交')
  await phone.page.tap('去打开麦克风权限')
  expect(phone.called('openSetting')).toHaveLength(1)
})

test('whoever says no to WeChat’s question is told the same', async () => {
  phone.answer('authorize', fail('auth deny'))
  await phone.page.tap(BUTTON)
  await sees(phone, '没有录音权限')
})

test('privacy that was not agreed to keeps nobody from writing', async () => {
  isAllowed()
  phone.privacy.agreed = false
  await phone.page.tap(BUTTON)
  await sees(phone, '麦克风')
  await phone.page.tap('不同意')
  await sees(phone, '没有录上')
  expect(kinds()).toEqual([])
})

test('it records as long as a finger is on it', async () => {
  isAllowed()
  await phone.page.fire(BUTTON, 'touchstart', { touches: [{ clientX: 10, clientY: 10 }] })
  await sees(phone, '松开就录好')
  await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_A_TAP))
  await phone.page.fire(BUTTON, 'touchend', {})
  await sees(phone, '录好了')
  expect(kinds()).toEqual(['voice'])
})

test('it stops by itself after a minute at most', async () => {
  isAllowed()
  await phone.page.tap(BUTTON)
  const [asked] = phone.called('startRecord')
  expect(asked).toMatchObject({ format: 'mp3', duration: expect.any(Number) })
  expect(Number(Reflect.get(Object(asked), 'duration'))).toBeLessThanOrEqual(60_000)
  await phone.page.tap(BUTTON)
})

test('it is heard before it is sent, and filed without a written word', async () => {
  isAllowed()
  await phone.page.tap('路灯照明')
  await records()
  await sees(phone, '播放录音 7 秒')
  await phone.page.tap('提交')
  await arrives(phone)
  expect(await ticketsOf(town)).toMatchObject([{ text: '', clips: [{ kind: 'voice', seconds: 7 }] }])
})

test.each([
  ['too long', { seconds: 45, bytes: 5000 }, '视频最长 30 秒'],
  ['too large', { seconds: 20, bytes: MAX_VIDEO_BYTES + 1 }, '视频最多 40 MB'],
])('a film that is %s is refused in words before it is kept', async (_, { seconds, bytes }, words) => {
  const path = 'wxfile://tmp_9.mp4'
  phone.putFile(path, Buffer.alloc(10), { seconds })
  phone.answer('chooseMedia', {
    tempFiles: [{ tempFilePath: path, size: bytes, duration: seconds, fileType: 'video' }],
  })
  await phone.page.tap('拍或选视频')
  await sees(phone, words)
  expect(kinds()).toEqual([])
})

/** The desk on an official's phone, as built: what is done there, what it costs to keep looking, and a file that leaves it. */
import { existsSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Person } from '../journeys/people'
import { openTown, PASSWORD, type ServerTown } from '../journeys/town'
import * as pictures from '../pictures'
import { fail, type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

let town: ServerTown
let phone: Phone
let wu: Person
let no: string

beforeEach(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error('build it first: npm run build:weapp')
  town = await openTown()
  wu = await town.citizen()
  ;({ no } = await wu.files())
  const wang = await town.official('wang')
  await wang.replies(no, '收到，马上转给交通运输局。')
  await wang.dispatches(no, 'transport')
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
})
afterEach(async () => {
  expect(phone.errors).toEqual([])
  phone.close()
  await town.close()
})

const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))

async function signsIn(account: string): Promise<void> {
  const entrance = await phone.open('desk/signin/index')
  await entrance.input('账号', account)
  await entrance.input('密码', PASSWORD)
  await entrance.tap('登录')
  await phone.until('the queue', () => phone.page.route === 'desk/queue/index' && phone.page.has('刷新'))
}

test('Sun takes a ticket on the phone, leaves a note for colleagues, and answers; of these only the answer is the citizen’s to read', async () => {
  await signsIn('sun')
  await phone.page.tap(phone.page.findAll('.ticket-card')[0] ?? '.ticket-card')
  await phone.until('the ticket', () => phone.page.route === 'desk/ticket/index' && phone.page.has('办理过程'))
  await phone.page.tap('接办')
  await sees('办理中')
  if (!phone.page.has('内部备注')) await phone.page.tap('更多操作')
  await phone.page.tap('内部备注')
  await phone.page.input('备注内容', '已约施工单位下午到场。')
  await phone.page.tap(phone.page.findAll('内部备注').at(-1) ?? '内部备注')
  await sees('已约施工单位下午到场。')
  await phone.page.tap('答复办结')
  await phone.page.tap('已办好')
  await phone.page.input('答复内容', '出口已增设分道标志，早高峰有人疏导。')
  phone.putFile('wxfile://tmp_1.jpg', await pictures.phoneJpeg(1))
  phone.answer('chooseMedia', { tempFiles: [{ tempFilePath: 'wxfile://tmp_1.jpg', size: 30_000, fileType: 'image' }] })
  await phone.page.tap('办结照片')
  await phone.until('the photo to arrive', () => phone.page.has('已传好'))
  await phone.page.tap(phone.page.findAll('答复办结').at(-1) ?? '答复办结')
  await sees('等群众确认')
  const said = JSON.stringify((await wu.sees(no)).history)
  expect(said).toContain('出口已增设分道标志')
  expect(said).not.toContain('施工单位')
})

test('the queue asks again and again, and where nothing is new nothing is drawn', async () => {
  await signsIn('sun')
  await phone.settle()
  const asked = () =>
    phone.called('request').filter((options) => JSON.stringify(options).includes('desk.changes')).length
  const before = asked()
  const { calls } = await phone.page.measure(() => phone.until('two more looks', () => asked() >= before + 2))
  expect(calls).toBe(0)
}, 60_000)

describe('figures as a file', () => {
  const figures = async () => {
    const { token, device } = await town.official('ma')
    phone.storage.set('minhu.token.desk', JSON.stringify(token))
    phone.storage.set('minhu.device', JSON.stringify(device))
    await phone.open('office/figures/index')
    await sees('导出统计表')
  }
  const file = () => [...phone.files].find(([path]) => path.startsWith('wxfile://usr/'))

  test('a workbook is put together on the phone, and is opened or sent on', async () => {
    await figures()
    await phone.page.tap('导出工单明细')
    await sees('完成，共')
    const [path = '', { bytes } = { bytes: new Uint8Array() }] = file() ?? []
    expect(path).toMatch(/工单明细.*\.xlsx$/)
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(no)
    await phone.page.tap('打开')
    await phone.page.tap('发送文件')
    expect(phone.called('openDocument')).toEqual([{ filePath: path, fileType: 'xlsx', showMenu: true }])
    expect(phone.called('shareFileMessage')).toEqual([
      { filePath: path, fileName: path.slice(path.lastIndexOf('/') + 1) },
    ])
  })

  test('does not stay on the phone when the screen is left', async () => {
    await phone.open('pages/home/index')
    await figures()
    await phone.page.tap('导出统计表')
    await sees('完成，共')
    expect(file()).toBeDefined()
    await phone.back()
    await phone.settle()
    expect(file()).toBeUndefined()
  })

  test('a phone without room says so, and keeps nothing of it', async () => {
    await figures()
    phone.answer('appendFile', fail('the maximum size of the file storage limit is exceeded', 1300202))
    await phone.page.tap('导出工单明细')
    await sees('取到 0 行时中断了')
  })
})

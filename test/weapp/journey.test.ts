/**
 * The main job in the built mini program, on WeChat's own template compiler and component runtime: with the real server,
 * and built for WeChat's cloud with the real functions.
 */
import { existsSync } from 'node:fs'
import { openCloudTown } from '../journeys/cloud-town'
import { openTown, PASSWORD, type Town } from '../journeys/town'
import * as pictures from '../pictures'
import { type Page, type Phone, startPhone } from './phone'
import { cloudApi } from './wx/cloud'

/** The address the mini program was built with. */
const BUILT_FOR = 'http://127.0.0.1:8750'

type Place = { town: Town; phone: (owner: string) => Phone }

async function atServer(): Promise<Place> {
  const town = await openTown()
  return { town, phone: () => startPhone({ dist: 'dist/weapp', hosts: { [BUILT_FOR]: town.url } }) }
}

async function inCloud(): Promise<Place> {
  const town = await openCloudTown()
  const phone = (owner: string) =>
    startPhone({ dist: 'dist/weapp-cloud', wx: (kit) => cloudApi(kit, town.emulator.phone(owner)) })
  return { town, phone }
}

describe.each([
  ['a server of one’s own', 'dist/weapp', atServer],
  ['WeChat cloud', 'dist/weapp-cloud', inCloud],
])('%s', (_, dist, openPlace) => {
  let place: Place
  let town: Town
  let citizen: Phone
  let desk: Phone

  beforeAll(async () => {
    if (!existsSync(`${dist}/app.json`)) throw new Error(`build ${dist} first: npm test does`)
    place = await openPlace()
    ;({ town } = place)
    citizen = aPhone()
    desk = aPhone()
  })
  afterAll(async () => {
    for (const phone of phones) phone.close()
    await town.close()
  })
  afterEach(() => {
    for (const phone of phones) expect(phone.errors).toEqual([])
  })

  const phones: Phone[] = []
  function aPhone(): Phone {
    const phone = place.phone(`o-phone-${phones.length}`)
    phones.push(phone)
    return phone
  }

  /** Signs in at the desk and opens the one ticket there is. */
  async function atDesk(account: string, queue = '待办'): Promise<Page> {
    const entrance = await desk.restart('desk/signin/index')
    await entrance.input('账号', account)
    await entrance.input('密码', PASSWORD)
    await entrance.tap('登录')
    await desk.until('the queue', () => desk.page.route === 'desk/queue/index' && desk.page.has('刷新'))
    if (queue !== '待办') await desk.page.tap(desk.page.find(queue))
    await desk.page.tap(desk.page.findAll('.ticket-card')[0] ?? '.ticket-card')
    await desk.until('the ticket', () => desk.page.route === 'desk/ticket/index' && desk.page.has('办理过程'))
    return desk.page
  }

  async function choosesPhoto(phone: Phone, button: string, seed: number): Promise<void> {
    await picks(phone, button, seed)
    await phone.until('the photo to arrive', () => phone.page.has('已传好'))
  }

  async function picks(phone: Phone, button: string, seed: number): Promise<void> {
    const path = `wxfile://tmp_${seed}.jpg`
    phone.putFile(path, await pictures.phoneJpeg(seed))
    phone.answer('chooseMedia', { tempFiles: [{ tempFilePath: path, size: 30_000, fileType: 'image' }] })
    await phone.page.tap(button)
  }

  async function sees(phone: Phone, words: string): Promise<void> {
    await phone.until(`“${words}”`, () => phone.page.text().includes(words))
  }

  let no: string

  test('home opens with the promise and without a ticket', async () => {
    const home = await citizen.open('pages/home/index')
    await sees(citizen, '您可以放心')
    expect(home.text()).toContain('现在有人值班，10 分钟内回复')
  })

  test('of two photos the one that did not get through is kept and goes again by itself', async () => {
    await citizen.page.tap('随手拍 拍张照片，说一句话，就能反映')
    await sees(citizen, '是哪方面的事')
    await choosesPhoto(citizen, '拍照或选照片', 1)
    citizen.failNext(1)
    await picks(citizen, '拍照或选照片', 4)
    await citizen.until('both photos', () => citizen.page.findAll('已传好').length === 2)
  })

  test('a text that is too short is refused in words, and nothing is lost', async () => {
    await citizen.page.tap('道路交通')
    await citizen.page.input('说说情况', '堵车')
    await citizen.page.tap('提交')
    await sees(citizen, '请再写几个字，至少 5 个字')
    expect(citizen.page.value('<textarea>')).toBe('堵车')
    expect(citizen.page.has('已传好')).toBe(true)
  })

  test('with the network gone it is kept and says so; when it is back it goes by itself, once', async () => {
    await citizen.page.input('说说情况', '高速出口每天早上堵一个小时，货车占了小车道。')
    await citizen.page.input('地点', '唐曹高速曹妃甸出口')
    citizen.offline = true
    await citizen.page.tap('提交')
    await sees(citizen, '已存好，还没有送出')
    // The first time the server gets it, and its answer is lost on the way.
    citizen.loseNext(1)
    citizen.offline = false
    await sees(citizen, '请记下编号和查询码')
    no = citizen.page.query.no ?? ''
    expect(await town.world.store.count('tickets')).toBe(1)
    expect(citizen.page.text()).toContain('10:10 前有人回复您')
  })

  test('the desk replies within minutes, and the clock that no automatic message stopped stops', async () => {
    town.pass(5)
    const ticket = await atDesk('wang')
    expect(ticket.text()).toContain('这是自动回执')
    expect(ticket.text()).toContain('前回复')
    await ticket.tap('回复')
    await ticket.input('回复内容', '您好，收到了，马上请交通运输局到现场看。')
    await ticket.tap('发送')
    await sees(desk, '5 分钟内就有人回复了')
  })

  test('it is passed to the unit, taken, and answered with a photo', async () => {
    await desk.page.tap('转办')
    await desk.page.tap('交通运输局')
    await desk.page.input('给承办单位的话（可不填）', '早高峰最堵')
    await desk.page.tap(desk.page.findAll('转办').at(-1) ?? '转办')
    await sees(desk, '转给交通运输局')
    town.pass(60)
    await atDesk('li')
    await desk.page.tap('接办')
    await sees(desk, '办理中')
    await desk.page.tap('答复办结')
    await desk.page.tap('已办好')
    await desk.page.input('答复内容', '已增设分道标志。')
    await choosesPhoto(desk, '办结照片', 2)
    await desk.page.tap(desk.page.findAll('答复办结').at(-1) ?? '答复办结')
    await sees(desk, '等群众确认')
  })

  test('the citizen disputes, somebody else reviews, it is answered anew, confirmed and rated', async () => {
    await citizen.restart(`pages/ticket/index?no=${no}`)
    await sees(citizen, '给您的答复')
    await citizen.page.tap('没有解决')
    await citizen.page.input('哪里没有解决', '今天还是堵了四十分钟。')
    await citizen.page.tap('发送')
    await sees(citizen, '您有异议，正在复核')

    await atDesk('chen', '待复核 1')
    await desk.page.tap('复核')
    await desk.page.tap('没有解决，退回继续办')
    await desk.page.input('复核意见', '确实没有解决。')
    await desk.page.tap(desk.page.findAll('复核').at(-1) ?? '复核')
    await sees(desk, '办理中')

    await atDesk('li')
    await desk.page.tap('答复办结')
    await desk.page.tap('已办好')
    await desk.page.input('答复内容', '货车专用道已划好。')
    await choosesPhoto(desk, '办结照片', 3)
    await desk.page.tap(desk.page.findAll('答复办结').at(-1) ?? '答复办结')
    await sees(desk, '等群众确认')

    await citizen.restart(`pages/ticket/index?no=${no}`)
    await sees(citizen, '货车专用道已划好')
    await citizen.page.tap('已经解决')
    await sees(citizen, '您确认已解决')
    await citizen.page.tap('5 分')
    await citizen.page.tap('发送')
    await sees(citizen, '评价 5 分')
  })

  test('it is found by number and code on another phone', async () => {
    const { code } = (await town.world.store.get<{ code: string }>('tickets', no)) ?? { code: '' }
    const other = aPhone()
    const page = await other.open('pages/lookup/index')
    await page.input('编号', no.toLowerCase().replaceAll('-', ''))
    await page.input('查询码', code)
    await page.tap('查询')
    await other.until('the ticket', () => page.has('办理过程'))
    expect(page.text()).not.toContain(code)
  })
})

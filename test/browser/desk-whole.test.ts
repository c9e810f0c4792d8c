/**
 * A whole case on the live queue: taken in, answered at once, passed on, taken, noted, answered with a photo, and on to the
 * next one. With keys alone at 1280 × 800 and by thumb at 390 × 844; each screen on the way passes axe and the ruler, and
 * the keyboard is never left on nothing.
 */
import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PASSWORD } from '../journeys/town'
import * as pictures from '../pictures'
import { TARGET } from '../weapp/limits'
import { seriousOn } from './axe'
import { byKeyboard } from './keyboard'
import { faultsOf } from './measure'
import { type Office, openOffice } from './office'
import { DESK, PHONE, type Visitor } from './visit'

const ASKED = '井盖松了，车一过就响，怕有人掉下去。'
const NEXT = '公交站牌倒在路边。'

let office: Office
let photo: string

beforeAll(async () => {
  office = await openOffice()
  photo = path.join(office.town.folder ?? os.tmpdir(), 'repaired.jpg')
  await writeFile(photo, await pictures.jpeg(640, 480, 5))
})
afterAll(() => office?.close())
afterEach(() => expect(office.errors()).toEqual([]))

/** Somebody at the desk whose clock goes on, as on any desk. */
async function comes(size: typeof PHONE): Promise<Visitor> {
  const visitor = await office.comes(size)
  await visitor.context.clock.install({ time: new Date(office.town.now()) })
  return visitor
}

const filed = async (text: string): Promise<string> => (await (await office.town.citizen()).files({ text })).no
const stored = (no: string) => office.town.world.store.get('tickets', no)
const card = ({ page }: Visitor, text: string) => page.locator('.ticket-card:visible').filter({ hasText: text })
const box = ({ page }: Visitor) => page.locator('.desk-box:visible')
const closes = (visitor: Visitor) => box(visitor).waitFor({ state: 'detached' })

/** What is wrong with what is in sight now. */
async function isSound({ page }: Visitor): Promise<void> {
  expect([...(await seriousOn(page)), ...(await faultsOf(page, TARGET.usual))]).toEqual([])
}

/** What is to be pressed next is in sight, not below the edge of the screen. */
async function isInSight(visitor: Visitor, selector: string): Promise<void> {
  const shown = (one: string) => {
    const part = [...document.querySelectorAll(one)].find((found) => found.getClientRects().length > 0)
    const top = part?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
    return top >= 0 && top < window.innerHeight - 100
  }
  await visitor.page.waitForFunction(shown, selector)
}

describe('with keys alone', () => {
  async function atKeys(account: string) {
    const visitor = await comes(DESK)
    const typist = byKeyboard(visitor.page)
    await visitor.goes('desk/signin/index')
    await visitor.sees('登录')
    await isSound(visitor)
    await typist.writes('账号', account)
    await typist.writes('密码', PASSWORD)
    await typist.key('Enter')
    await visitor.sees('刷新')
    return { visitor, typist }
  }
  type Worker = Awaited<ReturnType<typeof atKeys>>

  /** Something that can be seen has it: a press that takes away what was pressed hands it on. */
  async function hasKeyboard({ visitor, typist }: Worker): Promise<void> {
    const isSomewhere = () => {
      const at = document.activeElement
      return at !== null && at !== document.body && at.getClientRects().length > 0
    }
    await visitor.page.waitForFunction(isSomewhere)
    expect(await typist.focused()).toBeDefined()
  }
  async function opens(worker: Worker, text: string): Promise<void> {
    await card(worker.visitor, text).waitFor()
    for (let left = 10; left > 0 && !(await isAtCard(worker, text)); left--) await worker.typist.key('j')
    await worker.typist.key('Enter')
    await worker.visitor.sees('办理过程')
    await hasKeyboard(worker)
    await isSound(worker.visitor)
  }
  const isAtCard = async ({ visitor }: Worker, text: string) =>
    (await card(visitor, text).and(visitor.page.locator(':focus')).count()) > 0
  /** The key of a button, and the box it opens. */
  async function key(worker: Worker, letter: string): Promise<void> {
    await worker.visitor.page.locator(`[aria-keyshortcuts="${letter.toUpperCase()}"]:visible`).first().waitFor()
    await worker.typist.key(letter)
    await box(worker.visitor).waitFor()
    await hasKeyboard(worker)
    await isSound(worker.visitor)
  }
  async function sends(worker: Worker): Promise<void> {
    await worker.typist.key('Control+Enter')
    await closes(worker.visitor)
    await hasKeyboard(worker)
  }

  test('a case goes from the queue to its answer and on to the next', async () => {
    const wang = await atKeys('wang')
    const li = await atKeys('li')
    const no = await filed(ASKED)
    // It comes by itself: nobody reloads.
    await opens(wang, ASKED)
    await key(wang, 'r')
    await wang.typist.writes('回复内容', '收到，马上派人去看。')
    await sends(wang)
    await key(wang, 'd')
    await wang.typist.presses('radio', '交通运输局', 'Space')
    await wang.typist.writes(/承办单位/, '请先围挡')
    await sends(wang)
    await filed(NEXT)
    await opens(wang, NEXT)

    await opens(li, ASKED)
    await li.typist.key('t')
    await li.visitor.page.locator('[aria-keyshortcuts="A"]:visible').waitFor()
    await hasKeyboard(li)
    await key(li, 'n')
    await li.typist.writes('备注内容', '已联系养护队')
    await sends(li)
    await key(li, 'a')
    await li.typist.presses('radio', '已办好', 'Space')
    await li.typist.writes('答复内容', '井盖已换新，周边路面一并补好。')
    const chooser = li.visitor.page.waitForEvent('filechooser')
    await li.typist.presses('button', '办结照片')
    await (await chooser).setFiles(photo)
    await li.visitor.sees('已传好')
    await isSound(li.visitor)
    await sends(li)
    expect(await stored(no)).toMatchObject({ status: 'answered' })
    // What was answered has gone from the list; the next ticket is one key away.
    await (await office.town.official('wang')).dispatches(await filed(NEXT), 'transport')
    await opens(li, NEXT)
  }, 180_000)
})

describe('by thumb', () => {
  async function withPhone(account: string): Promise<Visitor> {
    const visitor = await comes(PHONE)
    await visitor.goes('desk/signin/index')
    await visitor.fills('账号', account)
    await visitor.fills('密码', PASSWORD)
    await visitor.press('登录')
    await visitor.sees('刷新')
    await isSound(visitor)
    return visitor
  }
  async function opens(visitor: Visitor, text: string): Promise<void> {
    await card(visitor, text).first().click()
    await visitor.sees('办理过程')
    await isSound(visitor)
  }
  /** A button of the ticket, and the box it opens, which comes into sight by itself. */
  async function press(visitor: Visitor, name: string): Promise<void> {
    await visitor.press(name)
    await box(visitor).waitFor()
    await isInSight(visitor, '.desk-box')
    await isSound(visitor)
  }
  async function sends(visitor: Visitor, name: string): Promise<void> {
    await visitor.press(name)
    await closes(visitor)
  }

  test('a case goes from the queue to its answer and on to the next', async () => {
    const [asked, next] = [`路边的${ASKED}`, `村口的${NEXT}`]
    const wang = await withPhone('wang')
    const no = await filed(asked)
    await opens(wang, asked)
    await press(wang, '回复')
    await wang.fills('回复内容', '收到，马上派人去看。')
    await sends(wang, '发送')
    await press(wang, '转办')
    await wang.chooses('城市管理局')
    await wang.fills('给承办单位的话（可不填）', '请先围挡')
    await sends(wang, '转办')
    await filed(next)
    await wang.page.goBack()
    await opens(wang, next)

    const zhao = await withPhone('zhao')
    await opens(zhao, asked)
    await zhao.press('接办')
    await zhao.sees('答复办结')
    await press(zhao, '内部备注')
    await zhao.fills('备注内容', '已联系养护队')
    await sends(zhao, '内部备注')
    await press(zhao, '答复办结')
    await zhao.chooses('已办好')
    await zhao.fills('答复内容', '井盖已换新，周边路面一并补好。')
    await zhao.picks('办结照片', [photo])
    await zhao.sees('已传好')
    await isSound(zhao)
    await sends(zhao, '答复办结')
    expect(await stored(no)).toMatchObject({ status: 'answered' })
    const more = await filed(next)
    await (await office.town.official('wang')).dispatches(more, 'urban')
    await zhao.page.goBack()
    await opens(zhao, next)
  }, 180_000)
})

/** States of the screens around filing: a phone on which something was begun, and what somebody does before the picture. */
import type { Page } from 'playwright-core'
import type { Draft } from '@/client/drafts/draft'
import * as pictures from '../pictures'
import type { Shot } from './screens'

/** What lies on the phone; `before` the screen opens, and what is done on it afterwards. */
export type State = Shot & {
  drafts?: Draft[]
  before?: (page: Page) => Promise<unknown>
  does?: (page: Page) => Promise<unknown>
}

const LAMP = '小学门口的路灯三天不亮了，孩子晚上放学看不见路。'
const FORM: Draft['form'] = {
  category: 'light',
  kind: 'complaint',
  text: LAMP,
  place: { address: '垦丰大街小学门口' },
  visibility: 'shown',
  name: '',
  phone: '',
  consent: false,
  details: [{ question: 'how-many', option: 'some' }],
}
export const draftOf = (n: number, changed: Partial<Draft> = {}): Draft => ({
  id: `draft-of-somebody-${n}`,
  state: 'writing',
  changedAt: '2026-03-02T01:40:00.000Z',
  form: FORM,
  media: [],
  tried: false,
  renewed: 0,
  ...changed,
})
const voice = { key: 'voice-of-somebody', kind: 'voice', bytes: 9_000, seconds: 12, state: 'kept' } as const
const withVoice = { media: [voice] }

const noServer = (page: Page) => page.route('**/call/**', (route) => route.abort())
const slowFiling = (page: Page) => page.route('**/call/tickets.file', () => undefined)
const noFiling = (page: Page) => page.route('**/call/tickets.file', (route) => route.abort())
/** The phone says so; as a text, since it runs in the page. */
const offline = (page: Page) =>
  page.evaluate(`
    Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true })
    window.dispatchEvent(new Event('offline'))
  `)
const tap = (selector: string) => (page: Page) => page.locator(`${selector}:visible`).first().click()
const photo = async () => ({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: await pictures.jpeg(640, 480, 7) })
const notPhoto = { name: 'lamp.txt', mimeType: 'image/jpeg', buffer: pictures.textFile() }
const picks =
  (...kinds: ('photo' | 'text')[]) =>
  async (page: Page) => {
    const chooser = page.waitForEvent('filechooser')
    await tap('.photo-add')(page)
    await (await chooser).setFiles(await Promise.all(kinds.map((kind) => (kind === 'photo' ? photo() : notPhoto))))
    await page.waitForTimeout(1500)
  }
const chooseLamps = (page: Page) => page.locator('.filing-one:visible').nth(1).click()
const toEnd = (page: Page) => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
const send = (page: Page) => tap('.foot .tap.main')(page)
const all =
  (...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page)
  }
const moment = (page: Page) => page.waitForTimeout(1800)

const REPORT = { who: 'worker', route: 'pages/report/index', sees: '是哪方面的事' } as const
const DRAFT = { ...REPORT, route: 'pages/report/index?draft=draft-of-somebody-1' }

export const CITIZEN_STATES: State[] = [
  { name: 'home-draft', who: 'worker', route: 'pages/home/index', sees: '没写完', drafts: [draftOf(1)] },
  {
    name: 'home-waiting',
    ...{ who: 'worker', route: 'pages/home/index', sees: '等着发送' },
    drafts: [draftOf(1), draftOf(2, { state: 'waiting' })],
    before: noFiling,
  },
  { ...REPORT, name: 'report-category', does: all(chooseLamps, moment) },
  { ...DRAFT, name: 'report-words', drafts: [draftOf(1)] },
  { ...DRAFT, name: 'report-words-end', drafts: [draftOf(1)], does: all(moment, toEnd) },
  { ...REPORT, name: 'report-resumed', drafts: [draftOf(1)] },
  { ...REPORT, name: 'report-photos', does: picks('photo', 'text') },
  { ...DRAFT, name: 'report-more', drafts: [draftOf(1)], does: all(tap('.report-more'), toEnd) },
  {
    ...DRAFT,
    name: 'report-behalf',
    drafts: [
      draftOf(1, {
        form: {
          ...FORM,
          behalf: { relation: 'parent', name: '吴老太太', phone: '' },
          against: { unit: 'urban', name: '' },
        },
      }),
    ],
    does: all(tap('.report-more'), moment),
  },
  {
    ...DRAFT,
    name: 'report-danger',
    drafts: [draftOf(1, { form: { ...FORM, text: '楼下着火了，有人被困' } })],
    sees: '请先打电话',
  },
  {
    ...DRAFT,
    name: 'report-numbers',
    drafts: [draftOf(1, { form: { ...FORM, text: `${LAMP}我的电话 13812345678，车牌冀B12345。` } })],
    does: all(moment, send, moment),
  },
  {
    ...DRAFT,
    name: 'report-full',
    drafts: [draftOf(1)],
    does: async (page) => {
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      })
      await page.locator('textarea:visible').first().fill(`${LAMP}请尽快修好。`)
      await moment(page)
    },
  },
  {
    ...DRAFT,
    name: 'report-wrong',
    drafts: [draftOf(1, { form: { ...FORM, text: '', category: '' } })],
    does: all(send, moment),
  },
  {
    ...DRAFT,
    name: 'report-map',
    drafts: [draftOf(1)],
    does: async (page) => {
      await page.locator('#place ~ * .tap, .place-open').last().click()
      await page.locator('.place-search input').fill('区政府')
      await page.locator('.place-search input').press('Enter')
      await moment(page)
      await page.locator('#place').scrollIntoViewIfNeeded()
      await page.evaluate(() => document.querySelector('#place')?.scrollIntoView())
    },
  },
  { ...REPORT, name: 'report-spot', route: 'pages/report/index?spot=LAMP-0001', sees: '您扫的是' },
  {
    ...REPORT,
    name: 'report-spot-place',
    route: 'pages/report/index?spot=LAMP-0001',
    does: (page) => page.evaluate(() => document.querySelector('#place')?.scrollIntoView()),
  },
  { ...REPORT, name: 'report-offline', does: all(noServer, offline) },
  { ...REPORT, name: 'report-never', before: noServer, sees: '第一次打开需要网络' },
  { ...DRAFT, name: 'report-gone', sees: '这份草稿' },
  { ...DRAFT, name: 'sending', drafts: [draftOf(1, { state: 'waiting' })], before: slowFiling, sees: '看到编号' },
  {
    ...DRAFT,
    name: 'sending-offline',
    drafts: [draftOf(1, { state: 'waiting' })],
    before: noFiling,
    does: offline,
    sees: '看到编号',
  },
  {
    ...DRAFT,
    name: 'sending-tried',
    drafts: [draftOf(1, { state: 'waiting', tried: true })],
    before: noFiling,
    does: all(offline, moment),
    sees: '看到编号',
  },
  {
    name: 'tickets-drafts',
    ...{ who: 'worker', route: 'pages/tickets/index', sees: '没写完的' },
    drafts: [
      draftOf(1),
      draftOf(2, { form: { ...FORM, text: '' }, ...withVoice }),
      draftOf(3, { state: 'waiting' }),
      draftOf(4, { state: 'filed', no: 'CFD-20260302-0009-5' }),
    ],
    before: noFiling,
  },
  { name: 'tickets-followed', who: 'worker', route: 'pages/tickets/index', sees: '您有异议', does: all(moment, toEnd) },
  { name: 'ticket-whole', who: 'neighbour', route: ({ whole }) => `pages/ticket/index?no=${whole}`, sees: '办理过程' },
  {
    name: 'ticket-whole-end',
    ...{ who: 'neighbour', route: ({ whole }) => `pages/ticket/index?no=${whole}`, sees: '办理过程' },
    does: toEnd,
  },
  { name: 'receipt', who: 'neighbour', route: ({ whole }) => `pages/ticket/index?no=${whole}&filed=1`, sees: '查询码' },
  {
    ...REPORT,
    name: 'report-about',
    route: ({ release }) => `pages/report/index?about=${release('article pipes')}`,
  },
  {
    ...REPORT,
    name: 'report-tip',
    route: ({ release }) => `pages/report/index?about=${release('appeal camera')}`,
    sees: '只有民呼办公室',
  },
]

const pressed = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).last().click()

export const DESK_STATES: State[] = [
  { name: 'file', who: 'wang', route: 'office/file/index', sees: '对方在哪里' },
  {
    name: 'slip',
    ...{ who: 'wang', route: 'office/file/index', sees: '对方在哪里' },
    does: async (page) => {
      await page.getByRole('radio', { name: '在电话里' }).click()
      await page.locator('[aria-label="说说情况"]:is(input,textarea)').fill(LAMP)
      await page.getByRole('radio', { name: /路灯照明/ }).click()
      await pressed('登记')(page)
      await page.getByText('已登记').first().waitFor()
      await moment(page)
    },
  },
  { name: 'spots', who: 'wang', route: 'office/spots/index', sees: 'LAMP-0001' },
  {
    name: 'spots-one',
    who: 'wang',
    route: 'office/spots/index',
    sees: 'LAMP-0001',
    does: all(pressed('添加一个'), moment),
  },
  {
    name: 'spots-many',
    who: 'wang',
    route: 'office/spots/index',
    sees: 'LAMP-0001',
    does: all(pressed('批量添加'), moment),
  },
  {
    name: 'spots-sheet',
    ...{ who: 'wang', route: 'office/spots/index', sees: 'LAMP-0001' },
    does: all(pressed('选中本页'), pressed(/打印选中的/), moment),
  },
  { name: 'ticket-whole', who: 'wang', route: ({ whole }) => `desk/ticket/index?no=${whole}`, sees: '办理过程' },
]

/** A filing that the server gave back, in the built mini program: what is wrong is said, and there is a way on. */
import { existsSync } from 'node:fs'
import { type Draft, EMPTY } from '@/client/drafts/draft'
import { openTown, type ServerTown } from '../journeys/town'
import { type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const TEXT = '路口的路灯不亮，晚上看不见路'
const ID = 'draft-key-000000000001'

let town: ServerTown
let phone: Phone

beforeAll(async () => {
  if (!existsSync(`${DIST}/app.json`)) throw new Error(`build ${DIST} first: npm test does`)
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(() => {
  phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
})
afterEach(() => {
  expect(phone.errors).toEqual([])
  phone.close()
})

const sees = (words: string) => phone.until(`“${words}”`, () => phone.page.text().includes(words))

async function isGivenBack(form: Partial<Draft['form']>, wrong: NonNullable<Draft['wrong']>): Promise<void> {
  const draft: Draft = {
    ...{ id: ID, state: 'writing', changedAt: new Date().toISOString(), media: [], tried: false, renewed: 0 },
    ...{ form: { ...EMPTY, category: 'light', text: TEXT, ...form }, wrong },
  }
  phone.storage.set(`minhu.draft.${ID}`, JSON.stringify(JSON.stringify(draft)))
  await phone.open(`pages/report/index?draft=${ID}`)
  await sees('是哪方面的事')
}

test('what it was about was taken down meanwhile: it goes without', async () => {
  const about = { id: 'news-1', title: { zh: '示例停水通知', en: 'No water' }, tip: false }
  await isGivenBack({ about }, { reason: 'release-missing', message: '', field: 'about' })
  await sees('可能已经撤下')
  await phone.page.tap('不带这条，照样提交')
  expect(phone.page.text()).not.toContain('示例停水通知')
  await phone.page.tap('提交')
  await phone.until('the ticket', () => phone.page.text().includes(TEXT) && !phone.page.text().includes('正在提交'))
})

test('a photo that the server has lost for good is said where it is sent', async () => {
  await isGivenBack({}, { reason: 'photo-missing', message: '', field: 'photos' })
  await sees('有照片没有传好')
})

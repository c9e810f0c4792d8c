/** From a question to a person at the desk and back, on a phone, with nothing lost on the way. */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import type { Person } from '../journeys/people'
import { openTown, type ServerTown } from '../journeys/town'
import { front } from '../shots/front'
import { DESK, openBrowser, PHONE, type Visitor, visit } from './visit'

const QUESTION = '我家隔壁的鹦鹉天天唱戏怎么办'

describe.each([
  ['a phone', PHONE],
  ['a computer', DESK],
])('on %s', (_, size) => {
  let town: ServerTown
  let browser: Browser
  let asker: Visitor
  let wang: Person
  let no = ''

  beforeAll(async () => {
    if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
    town = await openTown({ pages: 'dist/h5' })
    wang = await town.official('wang')
    browser = await openBrowser()
    asker = await visit(browser, town.url, size)
  })
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })
  afterEach(() => expect(asker.errors).toEqual([]))

  const asks = async (words: string) => {
    await asker.fills('写下您的问题或数字', words)
    await asker.press('发送')
  }
  const lines = () => front(asker.page).locator('.ask-said, .ask-reply').count()

  test('the way from home is in sight', async () => {
    await asker.goes('pages/home/index')
    await asker.page.getByRole('link', { name: '问一问', exact: true }).click()
    await asker.sees('您好，想问什么？')
  })

  test('a number is answered at once', async () => {
    await asks('4')
    await asker.sees('没帮上忙')
    expect(await lines()).toBe(2)
  })

  test('a question that nobody has answered yet is not answered with something made up', async () => {
    await asks(QUESTION)
    await asker.page.locator('.ask-reply.nothing:visible').waitFor()
    expect(await lines()).toBe(4)
  })

  test('what is asked without a network is kept, and is sent again with a tap', async () => {
    await asker.context.setOffline(true)
    await asks('断网的时候问一句')
    await asker.sees('还没有发出去，您写的话还在。')
    await asker.context.setOffline(false)
    await asker.press('再发一次')
    await asker.page.locator('.ask-reply:visible').nth(2).waitFor()
  })

  test('whoever comes back finds the talk', async () => {
    await asker.page.reload()
    await asker.sees('断网的时候问一句')
  })

  test('one tap hands the question over with the talk, and the way goes on to the ticket', async () => {
    await asker.press('转人工')
    await asker.sees('请记下编号和查询码')
    no = new URL(asker.page.url().replace('#/', '')).searchParams.get('no') ?? ''
    const { text, history } = await wang.opens(no)
    expect(text).toBe('断网的时候问一句')
    expect(history[0]?.talk?.map((line) => line.text)).toContain(QUESTION)
  })

  test('the talk is folded under the question', async () => {
    await asker.press(/与助手的对话/)
    await asker.sees(`我：${QUESTION}`)
  })

  test('what somebody at the desk writes appears by itself, and takes nothing from what is being written', async () => {
    await asker.press('补充情况')
    await asker.fills('想补充什么', '鹦鹉每天早上五点开始')
    await wang.replies(no, '您好，正在帮您查，请稍等。')
    await asker.sees('工作人员刚刚回复了，点这里看')
    await asker.sees('您好，正在帮您查，请稍等。')
    expect(await asker.page.locator('[aria-label="想补充什么"]:is(input, textarea):visible').inputValue()).toBe(
      '鹦鹉每天早上五点开始',
    )
    await asker.press('发送')
    await asker.page.locator('.said:visible', { hasText: '鹦鹉每天早上五点开始' }).waitFor()
  })

  test('back on the page, it says that a person has it', async () => {
    await asker.goes('pages/ask/index')
    await asker.sees('已转给工作人员')
    await asker.sees(no)
  })
})

// The harness itself, on a hand-written mini program (fixture/): its pages, and going between them.

import { FIXTURE } from './fixture-server'
import { type Page, type Phone, startPhone } from './phone'

let phone: Phone

async function openList(): Promise<Page> {
  phone = startPhone({ dist: FIXTURE })
  return phone.open('pages/list/list?from=test')
}

/** What the fixture's app noted of its own life. */
function trail(): string[] {
  const app = phone.app as { trail: { steps: string[] } }
  return [...app.trail.steps]
}

afterEach(() => phone.close())

describe('a page', () => {
  test('opens with its words, its title and its lifecycle in order', async () => {
    const list = await openList()
    expect(list.title).toBe('列表')
    expect(list.text('.title')).toBe('你好')
    expect(list.text()).toContain('甲 急 支持 0')
    expect(trail()).toEqual([
      'launch pages/list/list',
      'app show',
      'list load {"from":"test"}',
      'list show',
      'list ready',
    ])
    expect(phone.errors).toEqual([])
  })

  test('answers a tap on a label, on words inside a control, on an id and on a node', async () => {
    const list = await openList()
    await list.tap('支持 乙')
    expect(list.text('#said')).toBe('{"id":"1","from":"card"}')
    expect(list.text('支持 乙')).toBe('支持 1 按过 1')
    await list.tap('倒序')
    expect(list.findAll('支持 丙')).toHaveLength(1)
    expect(list.findAll('只是')).toHaveLength(1)
    await list.tap(list.find('支持 丙'))
    expect(list.text('#said')).toContain('"id":"2"')
  })

  test('keeps what a component set for itself when the page draws again', async () => {
    const list = await openList()
    await list.tap('支持 甲')
    await list.tap('支持 甲')
    await list.input('姓名', '小明')
    expect(list.text('支持 甲')).toBe('支持 2 按过 2')
  })

  test('keeps rows right through every order', async () => {
    const list = await openList()
    const rows = () => list.findAll('.row').map((row) => list.text(row).replace('打开 ', ''))
    await list.tap('倒序')
    expect(rows()).toEqual(['丙', '乙', '甲'])
    for (const ids of ['021', '9210', '120', '3012', '', '210', '54321', '12', '4213']) {
      await list.fire('.items', 'shuffle', { value: [...ids] })
      expect(list.findAll('<card>')).toHaveLength(ids.length)
      expect(rows().map((title) => '甲乙丙'.indexOf(title) + 1 || Number(title) + 1)).toEqual(
        [...ids].map((id) => Number(id) + 1),
      )
    }
  })

  test('takes a text as a phone does: focus first, no longer than maxlength', async () => {
    const list = await openList()
    await list.input('姓名', '一二三四五六七八')
    expect(list.value('姓名')).toBe('一二三四五六')
    expect(list.text('.title')).toBe('你好，一二三四五六')
    expect(list.text('#said')).toContain('focus')
    await list.input('内容', '没有写多长')
    expect(list.text('#said')).toContain('"value":"没有写多长"')
  })

  test('lets switches, radios, boxes and pickers change as WeChat does', async () => {
    const list = await openList()
    const said = () => list.text('#said')
    await list.tap('匿名')
    expect(said()).toBe('change {"value":true}')
    await list.tap('匿名')
    expect(said()).toBe('change {"value":false}')
    await list.tap('女')
    expect(said()).toBe('change {"value":"f"}')
    await list.tap('晚')
    expect(said()).toBe('change {"value":["a","b"]}')
    await list.change('选择街道', 1)
    expect(said()).toBe('change {"value":1}')
  })

  test('is counted: setData by call and byte, and the size of its tree', async () => {
    const list = await openList()
    expect(list.traffic()).toEqual({ calls: 0, bytes: 0, largest: 0 })
    const cost = await list.measure(() => list.tap('支持 甲'))
    expect(cost).toEqual({ calls: 2, bytes: 75, largest: 62 })
    expect(list.traffic()).toEqual(cost)
    expect(list.counts()).toMatchObject({ nodes: 59, depth: 4, mostChildren: 32 })
  })

  test('hears its own functions called: onPullDownRefresh', async () => {
    const list = await openList()
    list.call('onPullDownRefresh')
    await phone.settle()
    expect(list.text('#said')).toBe('pulled')
    expect(phone.called('stopPullDownRefresh')).toHaveLength(1)
  })
})

describe('going from page to page', () => {
  test('to a subpackage and back, with the query as it was written', async () => {
    const list = await openList()
    await list.tap('打开 乙')
    expect(phone.page.route).toBe('more/detail/detail')
    expect(phone.page.text('.word')).toBe('详情 1 %E7%94%B2')
    expect(phone.page.title).toBe('第 1 件')
    await expect(list.tap('倒序')).rejects.toThrow('pages/list/list is not on the screen')
    await phone.page.tap('返回')
    expect(phone.page).toBe(list)
    expect(trail().slice(-5)).toEqual(['list hide', 'detail load', 'detail show', 'detail unload', 'list show'])
  })

  test('no further than ten pages, and not to a tab page', async () => {
    const list = await openList()
    await list.tap('打开 甲')
    for (let page = 3; page <= 10; page += 1) await phone.page.tap('再开')
    expect(phone.pages).toHaveLength(10)
    await phone.page.tap('再开')
    expect(phone.pages).toHaveLength(10)
    expect(phone.page.text('.word')).toContain('navigateTo:fail webview count limit exceed')
    await phone.page.tap('去我的')
    expect(phone.page.text('.word')).toContain('navigateTo:fail can not navigateTo a tabbar page')
  })

  test('between tabs, whose pages stay alive', async () => {
    await openList()
    const mine = await phone.tab('我的')
    await mine.tap('加一')
    await phone.tab('列表')
    expect(trail().slice(-2)).toEqual(['list show', 'tab 列表'])
    expect((await phone.tab('我的')).text()).toContain('加一 1')
    expect(trail().filter((step) => step === 'mine load')).toHaveLength(1)
    await expect(phone.tab('设置')).rejects.toThrow('the tab bar has no "设置", only 列表, 我的')
  })

  test('to the background and back, and through a restart that keeps the storage', async () => {
    await openList()
    await phone.hide()
    await phone.show()
    expect(trail().slice(-4)).toEqual(['list hide', 'app hide', 'app show', 'list show'])
    phone.storage.set('draft', '"kept"')
    const mine = await phone.restart('pages/mine/mine')
    expect(trail()).toEqual(['launch pages/mine/mine', 'app show', 'mine load', 'mine show'])
    expect(mine.route).toBe('pages/mine/mine')
    expect(phone.storage.get('draft')).toBe('"kept"')
  })

  test('a theme changes while the app runs', async () => {
    await openList()
    const mine = await phone.tab('我的')
    await phone.set({ theme: 'dark' })
    expect(mine.text()).toContain('主题 dark')
  })
})

describe('what goes wrong is said', () => {
  test('a node that is not there: with what is', async () => {
    const list = await openList()
    await expect(list.tap('删除')).rejects.toThrow(
      /nothing on pages\/list\/list is called "删除"[\s\S]*pressed: .*"倒序"/,
    )
  })

  test('a handler that is not bound, does not exist, or a control that is disabled', async () => {
    const list = await openList()
    await expect(list.tap('只是文字')).rejects.toThrow('no handler of "tap" is bound in the template')
    await expect(list.tap('没有函数')).rejects.toThrow('binds "tap" to nowhere, and there is no such function')
    await expect(list.tap('不可用')).rejects.toThrow('不可用 on pages/list/list is disabled')
  })

  test('errors of the app, now and later, and data that cannot cross', async () => {
    const list = await openList()
    await list.tap('出错')
    await list.tap('晚出错')
    await list.tap('坏数据')
    expect(phone.errors).toEqual([
      expect.stringContaining('a bug in the app'),
      expect.stringContaining('a late bug'),
      expect.stringContaining('"hint" is undefined'),
    ])
  })
})

import { type Asked, LONGEST_ASKED, readAsked } from './asked'
import type { MenuEntry } from './district'

const entry = (id: string, number: number, zh: string, more: Partial<MenuEntry> = {}): MenuEntry => ({
  ...{ id, number, icon: id, opens: 'news', name: { zh, en: id } },
  ...more,
})
const MENU = [
  entry('news', 1, '新闻'),
  entry('weather', 2, '天气', { opens: 'weather' }),
  entry('life', 6, '生活', { opens: 'group' }),
  entry('bus', 2, '公交', { parent: 'life', opens: 'about', page: 'p-bus' }),
  entry('more', 3, '更多', { parent: 'life', opens: 'group' }),
  entry('water', 1, '停水通知', { parent: 'more' }),
  entry('person', 0, '找人工', { opens: 'person' }),
]
const SPOKEN = { synonyms: [['天气', '气候']], name: { zh: '示例区', en: 'Sample' } }
const read = (typed: string, menu = MENU): Asked => readAsked(typed, menu, SPOKEN)
const told = (asked: Asked) =>
  asked.is === 'entry' ? `${asked.entry.id} ${asked.path}${asked.nth ? ` #${asked.nth}` : ''}` : asked.is

test.each([
  ['1', 'news 1'],
  ['１', 'news 1'],
  ['①', 'news 1'],
  ['1️⃣', 'news 1'],
  ['一', 'news 1'],
  ['壹', 'news 1'],
  ['0', 'person 0'],
  ['〇', 'person 0'],
  ['零', 'person 0'],
  ['按1', 'news 1'],
  ['回复 1', 'news 1'],
  ['1.', 'news 1'],
  ['【1】', 'news 1'],
  ['我选第一个', 'news 1'],
  ['press 1 please', 'news 1'],
  ['1、新闻', 'news 1'],
  ['1 news', 'news 1'],
  ['6.2', 'bus 6.2'],
  ['6-2', 'bus 6.2'],
  ['6、2', 'bus 6.2'],
  ['6。2', 'bus 6.2'],
  ['六、二', 'bus 6.2'],
  ['6 2', 'bus 6.2'],
  ['6.3.1', 'water 6.3.1'],
  ['1.2', 'news 1 #2'],
  ['menu:water', 'water 6.3.1'],
  ['公交', 'bus 6.2'],
  ['停水通知！', 'water 6.3.1'],
])('%s is an entry of the menu: %s', (typed, is) => expect(told(read(typed))).toBe(is))

test.each([
  ['天气', 'weather 2'],
  ['今天天气怎么样', 'weather 2'],
  ['示例区天气', 'weather 2'],
  ['气候', 'weather 2'],
  ['有什么最新消息', 'news 1'],
  ["what's the weather", 'question'],
  ['show me the weather', 'weather 2'],
])('%s names a topic: %s', (typed, is) => expect(told(read(typed))).toBe(is))

test('a topic without an entry is still one', () => expect(read('路况')).toEqual({ is: 'topic', opens: 'traffic' }))

test.each(['9', '6.9', '6.2.0', '11', '十二', '1.15', '1.0', 'menu:gone'])('%s is not in the menu', (typed) =>
  expect(read(typed).is).toBe('outside'),
)

test.each([
  '人工',
  '转人工',
  '找人',
  '客服',
  '你不懂，我要转人工',
  '请转接人工客服',
  'human',
  'I want to talk to a person',
])('%s asks for a person', (typed) => expect(['person', 'person 0']).toContain(told(read(typed))))

test.each([
  '1号楼停水',
  '2路公交几点',
  '一点都不热',
  '1个人能办吗',
  '停水',
  '天气预报不准找谁投诉',
  '人工智能',
  '12345',
  '1 2路车',
])('%s is a question', (typed) => expect(read(typed)).toEqual({ is: 'question', words: typed }))

test('a question keeps its words and loses its pictures', () =>
  expect(read('  停水了😭😭怎么办 ')).toEqual({ is: 'question', words: '停水了 怎么办' }))

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['😀🎉👍🏽', 'signs'],
  ['？！。。。', 'signs'],
  ['[微笑][强]', 'signs'],
  ['停'.repeat(LONGEST_ASKED + 1), 'long'],
])('"%s" is nothing: %s', (typed, why) => expect(read(typed)).toEqual({ is: 'nothing', why }))

test('as many as fit are read', () => expect(read('停'.repeat(LONGEST_ASKED)).is).toBe('question'))

test.each([
  ['你好', 'menu'],
  ['菜单', 'menu'],
  ['谢谢', 'thanks'],
  ['CFD-20261121-0007-1', 'ticket'],
])('%s is read as %s', (typed, is) => expect(read(typed).is).toBe(is))

test('the menu that is out counts: the same number leads elsewhere as soon as there is another', () => {
  expect(told(read('2'))).toBe('weather 2')
  expect(told(read('2', [entry('roads', 2, '路况', { opens: 'traffic' })]))).toBe('roads 2')
})

test.each(['1.'.repeat(250), '('.repeat(500), '通知公告'.repeat(125), '请我想要'.repeat(125), '1'.repeat(500)])(
  'a flood of %s is read as anything else',
  (typed) => expect(['question', 'nothing', 'outside']).toContain(read(typed).is),
)

import { type Block, blocksOf, plain } from './prose'

const p = (...spans: (string | [string, string])[]): Block => ({ is: 'p', spans: spans.map(spanOf) })
const h = (text: string): Block => ({ is: 'h', spans: [{ text }] })
const li = (...spans: (string | [string, string])[]): Block => ({ is: 'li', spans: spans.map(spanOf) })
const spanOf = (span: string | [string, string]) =>
  typeof span === 'string' ? { text: span } : { text: span[0], href: span[1] }

describe('what is written', () => {
  it.each<[string, string, Block[]]>([
    ['nothing', '', []],
    ['spaces and empty lines', ' \n\n\t\n', []],
    ['two paragraphs', '第一段。\n\n第二段。', [p('第一段。'), p('第二段。')]],
    ['a new line without an empty one', '第一段。\n第二段。', [p('第一段。'), p('第二段。')]],
    ['lines that end as on Windows', '第一段。\r\n第二段。', [p('第一段。'), p('第二段。')]],
    ['spaces of a full width before a paragraph', '　　第一段。', [p('第一段。')]],
    ['a heading', '## 办理时间\n周一到周五', [h('办理时间'), p('周一到周五')]],
    ['a heading without words', '## ', [p('##')]],
    ['a number sign without a space', '#号楼', [p('#号楼')]],
    ['a list', '- 身份证\n• 户口本', [li('身份证'), li('户口本')]],
    ['a price below nothing', '-5℃', [p('-5℃')]],
    [
      'a link with words',
      '请看[区政府网站](https://www.caofeidian.gov.cn/a?b=1)上的通知',
      [p('请看', ['区政府网站', 'https://www.caofeidian.gov.cn/a?b=1'], '上的通知')],
    ],
    ['a link in a list', '- [办事指南](https://example.cn/x)', [li(['办事指南', 'https://example.cn/x'])]],
    ['a bare address', '网址 https://example.cn/x', [p('网址 ', ['https://example.cn/x', 'https://example.cn/x'])]],
    [
      'a bare address before Chinese words',
      '网址https://example.cn/x。请看',
      [p('网址', ['https://example.cn/x', 'https://example.cn/x'], '。请看')],
    ],
    [
      'a bare address before a full stop',
      'See https://example.cn/x.',
      [p('See ', ['https://example.cn/x', 'https://example.cn/x'], '.')],
    ],
    [
      'an address with brackets',
      '[曹妃甸](https://example.cn/区_(唐山))',
      [p(['曹妃甸', 'https://example.cn/区_(唐山)'])],
    ],
    ['brackets that are no link', '[注](见下)', [p('[注](见下)')]],
    ['a list of brackets', '[1][2](3)', [p('[1][2](3)')]],
  ])('%s', (_, text, blocks) => expect(blocksOf(text)).toEqual(blocks))
})

describe('what is never a link', () => {
  it.each<[string, string, Block[]]>([
    ['javascript:', '[点我](javascript:alert(1))', [p('点我')]],
    ['JavaScript: in capitals', '[点我](JaVaScRiPt:alert(1))', [p('点我')]],
    ['data:', '[点我](data:text/html;base64,PHNjcmlwdD4=)', [p('点我')]],
    ['plain http:', '[点我](http://example.cn)', [p('点我')]],
    ['a bare http: address', 'http://example.cn', [p('http://example.cn')]],
    ['a bare javascript: address', 'javascript:alert(1)', [p('javascript:alert(1)')]],
    ['a file', '[点我](file:///etc/passwd)', [p('点我')]],
    ['an address that begins like another', '[点我](https:example.cn)', [p('点我')]],
    ['an address without a host', '[点我](https:///x)', [p('点我')]],
    ['a bare address without a host', 'https:///x', [p('https:///x')]],
    ['a host that pretends to be another', '[点我](https://www.gov.cn@evil.example/)', [p('点我')]],
    ['a bare one that pretends', 'https://www.gov.cn@evil.example/', [p('https://www.gov.cn@evil.example/')]],
    ['an address with a quote', '[点我](https://example.cn/"onclick=x)', [p('点我')]],
    ['an address with a backslash', '[点我](https://example.cn\\@evil.example)', [p('点我')]],
    ['an address of a line and a half', '[点我](java\nscript:alert(1))', [p('[点我](java'), p('script:alert(1))')]],
    ['an address without words', '[ ](https://example.cn)', [p(' ')]],
    ['an address longer than any', `[点我](https://example.cn/${'x'.repeat(482)})`, [p('点我')]],
    [
      'a bare one longer than any',
      `https://example.cn/${'x'.repeat(482)}`,
      [p(`https://example.cn/${'x'.repeat(482)}`)],
    ],
    [
      'HTML',
      '<a href="javascript:x">点我</a><script>x</script>',
      [p('<a href="javascript:x">点我</a><script>x</script>')],
    ],
    ['a picture', '![x](https://example.cn/x.png)', [p('!', ['x', 'https://example.cn/x.png'])]],
  ])('%s', (_, text, blocks) => expect(blocksOf(text)).toEqual(blocks))
})

describe('words without marks', () => {
  it.each([
    ['a heading, a list and a link', '## 时间\n- 周一\n\n看[网站](https://example.cn)。', '时间 周一 看网站。'],
    ['a link that is none', '[点我](javascript:x)', '点我'],
    ['nothing', '\n', ''],
  ])('%s', (_, text, words) => expect(plain(text)).toBe(words))
})

/** Were a row read in two ways at each sign, it would not end before the test does. */
describe('20,000 characters that could be the beginning of a link', () => {
  const MANY = 20_000
  it.each([
    ['[', '['.repeat(MANY)],
    ['(', '('.repeat(MANY)],
    ['](', ']('.repeat(MANY / 2)],
    ['[a](', '[a]('.repeat(MANY / 4)],
    ['[a](b', '[a](b'.repeat(MANY / 5)],
    ['one link with many brackets', `[a](${'()'.repeat(MANY / 2)}`],
    ['many brackets, and links after them', `[a](${'(b)[a](c)'.repeat(MANY / 9)}`],
    ['https://', 'https://'.repeat(MANY / 8)],
    ['full stops after an address', `https://a${'.'.repeat(MANY)}`],
    ['number signs', '#'.repeat(MANY)],
    ['spaces', `x${' '.repeat(MANY)}x`],
    ['new lines', '\r\n'.repeat(MANY / 2)],
  ])('%s', (_, text) => expect(plain(text).length).toBeLessThanOrEqual(text.length))
})

import { readHtml } from './html'

const textOf = (html: string) => readHtml(html).text
const removedFrom = (html: string) =>
  Object.fromEntries(readHtml(html).removed.map(({ what, times }) => [what, times] as const))

describe('words', () => {
  it.each([
    ['plain text', '今天停水。\n\n明天恢复。', '今天停水。\n\n明天恢复。'],
    ['marks that were typed', '## 停水\n- 东区\n- 西区', '## 停水\n- 东区\n- 西区'],
    ['a sign that is no tag', '温度 < 5 或 > 30，a<b', '温度 < 5 或 > 30，a<b'],
    ['a Chinese word in pointed brackets', '<重要>停水', '<重要>停水'],
    ['an address in pointed brackets', '来信 <a@b.example>', '来信 <a@b.example>'],
    ['signs that are no entity', 'A&B &c', 'A&B &c'],
    ['nothing', '', ''],
  ])('%s comes back as it is', (_, text, expected) => {
    expect(readHtml(text)).toEqual({ text: expected, removed: [] })
  })

  it.each([
    ['paragraphs', '<p>一</p><p>二</p>', '一\n\n二'],
    ['paragraphs that nobody closed', '<p>一<p>二', '一\n\n二'],
    ['lines', '一<br>二<br/>三', '一\n\n二\n\n三'],
    ['headings', '<h1>停水</h1>明天', '## 停水\n\n明天'],
    ['a heading of two lines', '<h2>停水<br>通知</h2>', '## 停水 通知'],
    ['lists', '<ul><li>一</li><li>二</li></ul>三', '- 一\n- 二\n\n三'],
    ['items that hold paragraphs', '<ol><li><p>一</p><p>二</p></li><li>三</li></ol>', '- 一\n\n二\n\n- 三'],
    ['tables', '<table><tr><td>东区</td><td>8 点</td></tr><tr><td>西区</td></tr></table>', '东区 8 点\n\n西区'],
    ['white that means nothing', '<p>  一 \t\r\n 行&nbsp;&nbsp;a\n b　</p>', '一行 a b'],
    ['entities', '<p>&lt;p&gt; &amp;amp; &#20320;&#x597d; &copy;</p>', '<p> &amp; 你好 ©'],
    ['a sign that is no tag, among tags', '<p>温度 < 5，即 <5 度</p>', '温度 < 5，即 <5 度'],
    ['names in capitals', '<P>一</P><SCRIPT>x</SCRIPT><H2>二</H2>', '一\n\n## 二'],
    ['tags of Word', '<p class=MsoNormal>一<o:p></o:p></p>', '一'],
    ['what no page shows', '<head><title>站名</title></head><!-- 注释 --><p>一</p>', '一'],
    ['a whole page in a form', '<form action="/x"><p>一</p></form>', '一'],
  ])('%s', (_, html, text) => {
    expect(textOf(html)).toBe(text)
  })
})

describe('links', () => {
  it.each([
    [
      'https',
      '<a href="https://a.example/b?c=1&amp;d=2">看 <b>这里</b></a>。',
      '[看 这里](https://a.example/b?c=1&d=2)。',
    ],
    ['brackets in it', '<a href="https://a.example/(b)">[看]</a>', '[［看］](https://a.example/%28b%29)'],
    ['an end that is missing', '<p><a href="https://a.example">看</p><p>二</p>', '[看](https://a.example)\n\n二'],
    ['no words', '<a href="https://a.example"></a>一', '一'],
  ])('with %s stays one', (_, html, text) => {
    expect(readHtml(html)).toEqual({ text, removed: [] })
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' &#106;avascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'http://a.example',
    '//a.example',
    '/news/1',
    'https://a.example/ b',
    'https://a.example/<b>',
    'mailto:a@a.example',
    `https://a.example/${'long'.repeat(200)}`,
  ])('to %s is none: its words stay, and it is counted', (address) => {
    expect(readHtml(`<a href="${address}">看</a>`)).toEqual({ text: '看', removed: [{ what: 'link', times: 1 }] })
  })

  it('that only is a place in the page is nothing', () => {
    expect(readHtml('<a name="top"></a>一')).toEqual({ text: '一', removed: [] })
  })
})

describe('what is taken out, and counted', () => {
  it.each([
    ['<script>alert("<p>")</script>', { script: 1 }],
    ['<script>alert(1)', { script: 1 }],
    ['<style>p{}</style><link rel="stylesheet" href="x">', { style: 2 }],
    ['<iframe src="https://a.example">旧</iframe><iframe></iframe>', { iframe: 2 }],
    ['<object><object>内</object>外</object><embed src="x">', { object: 2 }],
    ['<img src=x><svg onload=alert(1)><path/></svg>', { image: 2 }],
    ['<video><source>不支持</video><audio></audio>', { object: 2 }],
    ['<form><input><button>登录</button><textarea>写</textarea></form>', { form: 4 }],
    ['<b onclick="alert(1)" ONLOAD=x></b>', { script: 2 }],
    ['<!-- 注释 --><template>x</template>', {}],
  ])('%s', (html, removed) => {
    const read = readHtml(`<p>一</p>${html}`)
    expect(removedFrom(`<p>一</p>${html}`)).toEqual(removed)
    expect(read.text).toBe('一')
  })

  it('never lets a tag of it through, however it is broken', () => {
    for (const html of [
      '<p>一<script',
      '<p>一<img src="',
      '<p>一</p',
      '<p>一<!--',
      '<p>一<![CDATA[x',
      '<p>一&#',
      '<p>一<a href="https://a',
    ])
      expect(textOf(html)).toMatch(/^一[^<>]*$/)
  })
})

describe('what somebody sends to hurt', () => {
  it.each(['<div>', '<p>', '<li>', '<b>', '<svg>', '<table><tr><td>', '<a href="https://a.example">'])(
    'a hundred thousand times %s is read',
    (tag) => {
      expect(textOf(`<p>一</p>${tag.repeat(100_000)}二`)).toMatch(/^一/)
    },
  )

  it.each([
    ['links in one paragraph', '<a href="https://a.example">b</a>'],
    ['signs that begin no tag', '<'],
    ['tags that never end', '<a '],
    ['ends of nothing', '</p>'],
    ['entities', '&amp;'],
    ['white', ' \n'],
  ])('a hundred thousand %s are read', (_, part) => {
    expect(textOf(`<p>一</p>${part.repeat(100_000)}`)).toMatch(/^一/)
  })
})

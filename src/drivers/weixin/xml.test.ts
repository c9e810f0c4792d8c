import { readXml, writeXml } from './xml'

it.each([
  ['text', '<xml><a>1</a></xml>', { a: '1' }],
  ['space around it', ' <xml>\n <a> 1 </a>\n</xml>\n', { a: '1' }],
  ['CDATA, as it is', '<xml><a><![CDATA[ <b>&amp;\n]]></a></xml>', { a: ' <b>&amp;\n' }],
  ['CDATA in parts', '<xml><a><![CDATA[x]]]]><![CDATA[>y]]></a></xml>', { a: 'x]]>y' }],
  ['empty CDATA', '<xml><a><![CDATA[]]></a></xml>', { a: '' }],
  ['nothing', '<xml><a></a></xml>', { a: '' }],
  ['elements', '<xml><a><b>1</b><c>2</c></a></xml>', { a: { b: '1', c: '2' } }],
  ['an element once', '<xml><a><b>1</b></a></xml>', { a: { b: '1' } }],
  ['an element twice', '<xml><a><b>1</b><b>2</b></a></xml>', { a: { b: ['1', '2'] } }],
  ['an element three times', '<xml><b>1</b><b>2</b><b>3</b></xml>', { b: ['1', '2', '3'] }],
  ['an entity, as it is written', '<xml><a>&lt;&e;</a></xml>', { a: '&lt;&e;' }],
  [
    'a subscription event, three deep',
    '<xml><SubscribeMsgPopupEvent><List><TemplateId><![CDATA[t]]></TemplateId></List></SubscribeMsgPopupEvent></xml>',
    { SubscribeMsgPopupEvent: { List: { TemplateId: 't' } } },
  ],
])('reads %s', (_, text, fields) => {
  expect(readXml(text)).toEqual(fields)
})

const deep = (levels: number) => `<xml>${'<a>'.repeat(levels)}1${'</a>'.repeat(levels)}</xml>`

it.each([
  ['a document type', '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><a>&e;</a></xml>'],
  ['a document type inside', '<xml><!DOCTYPE a><a>1</a></xml>'],
  ['an instruction', '<?xml version="1.0"?><xml><a>1</a></xml>'],
  ['a comment', '<xml><!-- 1 --><a>1</a></xml>'],
  ['attributes', '<xml><a b="1">1</a></xml>'],
  ['another root', '<html><a>1</a></html>'],
  ['another beginning than end', '<html><a>1</a></xml>'],
  ['two roots', '<xml><a>1</a></xml><xml></xml>'],
  ['an element without its end', '<xml><a>1</xml>'],
  ['ends in the wrong order', '<xml><a><b>1</a></b></xml>'],
  ['CDATA without its end', '<xml><a><![CDATA[1</a></xml>'],
  ['text between elements', '<xml><a>1</a>2</xml>'],
  ['more depth than WeChat has', deep(20)],
  ['a depth that nobody has', deep(100_000)],
  ['nothing', ''],
])('refuses %s', (_, text) => {
  expect(readXml(text)).toBeNull()
})

it('gives no field a meaning: __proto__ is a name like others', () => {
  const fields = readXml('<xml><__proto__><admin>1</admin></__proto__></xml>')
  expect(Object.keys(fields ?? {})).toEqual(['__proto__'])
  expect(Reflect.get({}, 'admin')).toBeUndefined()
})

it.each(['路灯', '<b>', ']]>', 'a]]>]]>b', '&amp;', ''])('writes %j so that it is read again', (text) => {
  expect(readXml(writeXml({ a: text, n: 7 }))).toEqual({ a: text, n: '7' })
})

/** An empty form of each kind, then what is filled in: the contract's schema decides, the form only says where. */
import type { Content } from '@/contract/content'
import { FORMS } from '.'
import { contentOf, faultAt, faultOf, valuesOf } from './content'
import type { Values } from './field'

const NOW = Date.parse('2026-03-02T02:00:00.000Z')
const unit = { zh: '应急管理局', en: 'Emergency bureau' }
const start = (kind: Content['kind'], more: Values = {}) => ({ ...FORMS[kind].start({ now: NOW, unit }), ...more })
const zh = (text: string) => ({ zh: text, en: '' })

const ALERT = {
  type: 'wind',
  colour: 'orange',
  title: zh('大风橙色预警'),
  area: zh('全区'),
  text: zh('今天下午有九级大风。'),
  expiresAt: '2026-03-02T10:00:00.000Z',
}

test('an alert needs a type, a colour, a title, where, until and what; by whom and since when are there', () => {
  const made = contentOf('alert', start('alert'))
  expect(made.ok ? [] : Object.keys(made.faults).sort()).toEqual([
    'area.zh',
    'colour',
    'expiresAt',
    'text.zh',
    'title.zh',
    'type',
  ])
})

test('an alert that says these is whole', () => {
  expect(contentOf('alert', start('alert', ALERT))).toMatchObject({
    ok: true,
    content: { kind: 'alert', issuer: unit, onset: '2026-03-02T02:00:00.000Z', advice: { zh: '', en: '' } },
  })
})

test.each<[string, Content['kind'], Values, string, string]>([
  [
    'an end before the beginning',
    'alert',
    { ...ALERT, expiresAt: '2026-03-02T01:00:00.000Z' },
    'expiresAt',
    'ends-before',
  ],
  ['no end', 'alert', { ...ALERT, expiresAt: '' }, 'expiresAt', 'time-wrong'],
  ['no colour', 'alert', { ...ALERT, colour: undefined }, 'colour', 'content-missing'],
  ['a title of blanks', 'alert', { ...ALERT, title: zh('  ') }, 'title.zh', 'content-missing'],
  ['a title too long', 'alert', { ...ALERT, title: zh('长'.repeat(81)) }, 'title.zh', 'content-long'],
  [
    'an address that is not https',
    'article',
    { channel: 'news', title: zh('通知'), sourceUrl: 'http://example.test' },
    'sourceUrl',
    'address-wrong',
  ],
  [
    'a position in words',
    'road',
    { event: 'jam', title: zh('唐曹高速'), point: '出口旁边' },
    'point',
    'content-missing',
  ],
  ['a topic without an end', 'page', { section: 'topic', title: zh('防汛专题') }, 'expiresAt', 'expiry-missing'],
  ['a question without an answer', 'faq', { title: zh('停水怎么办？') }, 'text.zh', 'content-missing'],
  [
    'more ways of asking than anybody reads',
    'faq',
    { title: zh('停水'), text: zh('打 12345。'), asks: '没水\n'.repeat(21) },
    'asks',
    'content-long',
  ],
  [
    'a number that is none',
    'hotline',
    { group: 'home', title: zh('供水'), source: '区政府网站', number: '十二三四五' },
    'number',
    'phone-wrong',
  ],
])('%s is refused at its field', (_, kind, values, field, reason) => {
  const made = contentOf(kind, start(kind, values))
  expect(made.ok ? {} : made.faults).toMatchObject({ [field]: reason })
})

test('what may be left out and was not filled in is not sent', () => {
  const made = contentOf('page', start('page', { section: 'office', title: zh('民政局'), hours: zh(''), phone: ' ' }))
  expect(made.ok && Object.keys(made.content).sort()).toEqual(['kind', 'photos', 'section', 'summary', 'text', 'title'])
})

test('ways of asking are lines, and come back as lines', () => {
  const made = contentOf(
    'faq',
    start('faq', { title: zh('停水怎么办？'), text: zh('打 12345。'), asks: '水龙头没水，怎么办\n\nno water, help\n' }),
  )
  if (!made.ok) throw new Error('it was refused')
  expect(made.content).toMatchObject({ asks: ['水龙头没水，怎么办', 'no water, help'], checkedAt: '2026-03-02' })
  expect(contentOf('faq', valuesOf(made.content))).toEqual(made)
})

test('words are parted, degrees are read', () => {
  const needs = contentOf(
    'hotline',
    start('hotline', {
      group: 'home',
      title: zh('供水'),
      source: '水司',
      number: '0315-0000000',
      needs: '停水、漏水，水压低',
    }),
  )
  expect(needs).toMatchObject({ content: { needs: ['停水', '漏水', '水压低'] } })
  const point = contentOf('road', start('road', { event: 'jam', title: zh('唐曹高速'), point: '39.27，118.45' }))
  expect(point).toMatchObject({ content: { point: { lat: 39.27, lng: 118.45 } } })
})

test('a content put into the form and taken out again is the same', () => {
  const made = contentOf('road', start('road', { event: 'fog', title: zh('滨海大道'), point: '39.2, 118.4' }))
  if (!made.ok) throw new Error('it was refused')
  expect(contentOf('road', valuesOf(made.content))).toEqual(made)
})

test('what the server finds wrong stands at the same field', () => {
  const faults = faultAt('content.entries.2.number', 'menu-twice')
  expect(faultOf(faults, 'entries')).toBe('menu-twice')
  expect(faultOf(faults, 'entry')).toBeUndefined()
})

/** Sample road events, written by the transport bureau; one was reported by a citizen and confirmed. */
import type { ContentOf } from '@/contract/content'
import type { Dates, Sample } from './sample'

type Road = ContentOf<'road'>
const SOURCE = { zh: '交通运输局（示例）', en: 'Transport bureau (sample)' }
const road = (rest: Omit<Road, 'kind' | 'source' | 'reported'> & Partial<Road>): Road => ({
  kind: 'road',
  source: SOURCE,
  reported: false,
  ...rest,
})

const works = (on: Dates): Road =>
  road({
    event: 'works',
    title: { zh: '唐曹高速曹妃甸出口匝道', en: 'Caofeidian exit of the Tangshan–Caofeidian expressway' },
    direction: { zh: '唐山往曹妃甸', en: 'From Tangshan to Caofeidian' },
    text: {
      zh: '（示例）画货车专用道，占一条车道，夜里施工。小车靠左走，限速看现场标志。',
      en: '(Sample) Marking a lane for lorries at night; one lane is closed. Cars keep left.',
    },
    onset: on.at(-30),
    expiresAt: on.at(72),
  })

const fog = (on: Dates): Road =>
  road({
    event: 'fog',
    title: { zh: '沿海高速曹妃甸段', en: 'Coastal expressway near Caofeidian' },
    direction: { zh: '双向', en: 'Both directions' },
    text: {
      zh: '（示例）海上来雾，能见度时好时坏。开雾灯，拉开车距，不要停在应急车道上看手机。',
      en: '(Sample) Sea fog comes and goes. Fog lights on, keep your distance, do not stop on the shoulder.',
    },
    onset: on.at(-3),
    expiresAt: on.at(8),
  })

const jam = (on: Dates): Road =>
  road({
    event: 'jam',
    title: { zh: '滨海大道加油站路口', en: 'Binhai Avenue at the petrol station' },
    direction: { zh: '由北往南', en: 'Southbound' },
    text: {
      zh: '（示例）路面坑洼，围挡占了半条道，过路口要等两三个灯。养护人员正在填补。',
      en: '(Sample) A fenced pothole takes half the road: two or three lights to get through.',
    },
    onset: on.at(-5),
    expiresAt: on.at(20),
    reported: true,
  })

const closure = (on: Dates): Road =>
  road({
    event: 'closure',
    title: { zh: '希望路与建设大街路口', en: 'Xiwang Road at Jianshe Street' },
    direction: { zh: '希望路北口', en: 'North side of Xiwang Road' },
    text: {
      zh: '（示例）水管抢修，北口封闭，请走垦丰大街绕行。行人可以从东侧通过，路滑慢走。',
      en: '(Sample) Closed for a broken water pipe: go round by Kenfeng Street. People on foot may pass on the east side.',
    },
    onset: on.at(-1),
    expiresAt: on.at(10),
  })

export const roads: Sample[] = [
  { name: 'road works', sample: true, by: 'o_li', hoursBack: 30, content: works },
  { name: 'road jam', sample: true, by: 'o_li', hoursBack: 5, content: jam },
  { name: 'road fog', sample: true, by: 'o_li', hoursBack: 3, content: fog },
  { name: 'road closure', sample: true, by: 'o_li', hoursBack: 1, content: closure },
]

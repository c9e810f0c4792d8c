/** Sample questions that several people ask, as the desk would put them together: one with an answer and its correction, one that waits. */
import type { Bilingual } from '@/core/district'

/** `minutesBack`: before now. Who asks `later` does so when there is an answer already. */
export type SampleAsk = { citizen: string; minutesBack: number; text: string; lang?: 'en' }
export type SampleAnswer = { minutesBack: number; text: Bilingual; change?: Bilingual }
export type SampleTogether = {
  name: string
  by: string
  madeBack: number
  title: Bilingual
  question: Bilingual
  asks: SampleAsk[]
  answers: SampleAnswer[]
  later: SampleAsk[]
}

export const together: SampleTogether[] = [
  {
    name: 'water cut',
    by: 'o_wang',
    madeBack: 290,
    title: { zh: '新城北片停水，什么时候来水？', en: 'No water in the north of the new town: when is it back?' },
    question: {
      zh: '今天上午新城北片停水，是什么原因，什么时候恢复？',
      en: 'The water went off in the north of the new town this morning. Why, and when is it back?',
    },
    asks: [
      { citizen: 'c_sample_water_1', minutesBack: 310, text: '（示例）湿地南区从早上八点多就没水了，中午能来吗？' },
      { citizen: 'c_sample_water_2', minutesBack: 305, text: '（示例）家里突然停水，也没看到通知，几点恢复？' },
      { citizen: 'c_sample_water_3', minutesBack: 300, text: '（示例）自来水一滴都没有，孩子还小，什么时候来水？' },
      {
        citizen: 'c_sample_water_4',
        minutesBack: 296,
        text: '(Sample) There is no water in our building. When will it be back?',
        lang: 'en',
      },
    ],
    answers: [
      {
        minutesBack: 280,
        text: {
          zh: '（示例）供水主管道漏水，正在抢修，预计今天 14:00 恢复。小区南门有送水车。',
          en: '(Sample) A main is leaking and being mended. Water is expected back at 14:00. A tanker stands at the south gate.',
        },
      },
      {
        minutesBack: 120,
        change: { zh: '恢复时间由 14:00 改到 18:00', en: 'Water is back at 18:00, not at 14:00' },
        text: {
          zh: '（示例）漏点比预计深，恢复时间改到今天 18:00。小区南门和东门都有送水车，行动不便的老人可以在这里告诉我们，送到家里。',
          en: '(Sample) The leak lies deeper than expected: water is back at 18:00. Tankers stand at the south and east gates. For those who cannot carry water, tell us here and we bring it.',
        },
      },
    ],
    later: [{ citizen: 'c_sample_water_5', minutesBack: 60, text: '（示例）停水停到几点？晚上做饭有水吗？' }],
  },
  {
    name: 'new bus',
    by: 'o_wang',
    madeBack: 45,
    title: { zh: '新城到工业区的晚班车能不能加一班？', en: 'Could there be one more late bus to the industrial zone?' },
    question: {
      zh: '工业区晚上九点下班，末班车是八点半，能不能加一班？',
      en: 'Late shifts end at nine and the last bus leaves at half past eight. Could one more be added?',
    },
    asks: [
      { citizen: 'c_sample_bus_1', minutesBack: 70, text: '（示例）我们厂九点下班，没有公交车回新城，打车太贵了。' },
      { citizen: 'c_sample_bus_2', minutesBack: 66, text: '（示例）末班车八点半就没了，晚班的人怎么回去？' },
      { citizen: 'c_sample_bus_3', minutesBack: 58, text: '（示例）希望工业区到新城的公交延长到九点半。' },
    ],
    answers: [],
    later: [],
  },
]

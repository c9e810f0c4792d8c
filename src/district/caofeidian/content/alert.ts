/** A sample emergency notice of the mildest colour. It ends after half a day: a demonstration is no disaster. */
import type { Sample } from './sample'

export const alerts: Sample[] = [
  {
    name: 'alert wind',
    sample: true,
    by: 'o_lin',
    hoursBack: 1,
    content: (on) => ({
      kind: 'alert',
      type: 'wind',
      colour: 'blue',
      title: { zh: '海上大风蓝色提醒（示例）', en: 'Blue notice of strong wind at sea (sample)' },
      area: { zh: '近海和海堤一带（示例）', en: 'Coastal waters and the sea wall (sample)' },
      issuer: { zh: '区民呼办公室（示例）', en: 'District office (sample)' },
      text: {
        zh: '这是示例，不是真的预警。\n\n今天夜里海上风力加大，小船请回港避风，海堤上不要停留。',
        en: 'This is a sample and no real warning.\n\nThe wind at sea grows stronger tonight. Small boats return to port; do not stay on the sea wall.',
      },
      advice: {
        zh: '- 不去海边看浪，不赶海\n- 船靠港，缆绳系双道\n- 阳台上的花盆收进屋\n- 海上遇险打 12395',
        en: '- Keep away from the waves\n- Boats in port, with double ropes\n- Take flower pots indoors\n- Distress at sea: call 12395',
      },
      onset: on.at(-1),
      expiresAt: on.at(12),
    }),
  },
]

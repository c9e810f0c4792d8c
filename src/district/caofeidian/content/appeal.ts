/** A sample appeal: the owner of something found is looked for. It shows no person. */
import type { Sample } from './sample'

export const appeals: Sample[] = [
  {
    name: 'appeal camera',
    sample: true,
    by: 'o_lin',
    hoursBack: 46,
    pictures: ['camera'],
    content: (on) => ({
      kind: 'appeal',
      title: { zh: '谁的旧相机？里面还有半卷胶卷（示例）', en: 'Whose old camera is this? (sample)' },
      summary: {
        zh: '在公交站的长椅上拾到，请失主来认领。',
        en: 'Found on a bench at a bus stop; its owner may collect it.',
      },
      text: {
        zh: [
          '（示例内容，东西和事情都是编的。）',
          `${on.zh(-3)}傍晚，有人在示例公交站的长椅上拾到一台旧相机，交到了民呼办公室。里面还有半卷胶卷，我们没有冲洗。`,
          '## 认领时请说出',
          '- 相机带子是什么颜色',
          '- 底下刻着哪两个字',
          '知道失主是谁的，也可以用下面的“提供线索”悄悄告诉我们，只有工作人员看得到。',
        ].join('\n\n'),
        en: '(Sample content: all of it is made up.)\n\nAn old camera was found on a bench. To collect it, say what colour its strap is and which two characters are cut into its bottom. If you know its owner, send us a tip: only officials see it.',
      },
      photos: [],
      basis: '《中华人民共和国民法典》第三百一十四条、第三百一十五条（拾得遗失物的通知、送交和招领）',
      issuer: { zh: '区民呼办公室（示例）', en: 'District office (sample)' },
      expiresAt: on.at(24 * 60),
    }),
  },
]

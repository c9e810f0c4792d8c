/** The words of reply templates: where they are kept, and where something is written with them. */
import type { PhraseUse } from '@/contract/phrases'
import { type Words, w } from './word'

const uses: Record<PhraseUse, Words> = {
  reply: w('回复', 'Replies'),
  'ask-back': w('问群众', 'Questions'),
  extend: w('延期', 'More time'),
  answer: w('答复办结', 'Answers'),
}

export const phraseWords = {
  offered: w('模板', 'Templates'),
  others: w('换一批', 'Others'),
  open: w('还没填的空，填好才能发：', 'Still to be filled in before it can be sent:'),
  fill: w('填 {slot}', 'Fill in {slot}'),
  intro: w(
    '模板里用【】留空，写的时候填。【编号】【地点】【单位】【承办单位】【今天】【期限】会自动填好，其余由写的人填。空没有填完，或者只有套话，都不能办结。',
    'Slots stand in 【】. 【number】【place】【unit】【lead unit】【today】【promised day】 are filled in by themselves, all others by whoever writes. With an open slot, or with nothing but the template, no case can be closed.',
  ),
  district: w('全区通用', 'For the district'),
  unit: w('本单位', 'My unit'),
  scope: w('哪里用', 'For whom'),
  readOnly: {
    district: w(
      '全区的模板由管理员和转办人员维护。',
      'Those of the district are kept by administrators and dispatchers.',
    ),
    unit: w('{unit}的模板由单位负责人维护。', 'Those of {unit} are kept by its head.'),
  },
  none: w('还没有模板', 'No templates yet'),
  add: w('新增模板', 'Add a template'),
  change: w('修改', 'Change'),
  changeNamed: w('修改“{name}”', 'Change “{name}”'),
  remove: w('删除', 'Remove'),
  removeNamed: w('删除“{name}”', 'Remove “{name}”'),
  removeAsk: w('删除后不能恢复。', 'It cannot be brought back.'),
  save: w('保存模板', 'Save the template'),
  saved: w('模板已保存。', 'The template is saved.'),
  removed: w('模板已删除。', 'The template is removed.'),
  now: w('现在的内容是：{text}', 'It now says: {text}'),
  use: w('用在哪里', 'Where it is used'),
  uses,
  name: w('名称（20 字以内）', 'Title (up to 20 characters)'),
  text: w('内容（400 字以内，空写成【日期】这样）', 'Words (up to 400 characters; slots as 【day】)'),
  categories: w('用于哪些类别（不选就是都用）', 'For which categories (none chosen: for all)'),
  results: w('用于哪些结果（不选就是都用）', 'For which results (none chosen: for all)'),
  allCategories: w('所有类别', 'All categories'),
} as const

/** The words of looking a ticket up by its number and query code. */
import { w } from './word'

export const lookupWords = {
  title: w('凭编号查进度', 'Look up a ticket'),
  hint: w('编号和查询码在提交后的回执上。', 'Both are on the receipt you got when you filed.'),
  numberHint: w('例如 CFD-20261121-0001-5', 'For example CFD-20261121-0001-5'),
  codeHint: w('6 位字母和数字', '6 letters and digits'),
  find: w('查询', 'Look up'),
} as const

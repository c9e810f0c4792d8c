/** The names of the screens from which the desk is run; what stands on each has words of its own. */
import { w } from './word'

export const officeWords = {
  title: w('管理', 'Office'),
  people: w('人员', 'Officials'),
  duty: w('值班', 'Duty'),
  phrases: w('回复模板', 'Reply templates'),
  routing: w('转办规则', 'Routing'),
  figures: w('数据', 'Figures'),
  audit: w('操作记录', 'Audit'),
  blocks: w('限制提交', 'Blocked'),
  me: w('我的账号', 'My account'),
  reminders: w('提醒', 'Reminders'),
  /** Between things told one after the other, between sentences, and around what is said beside a name. */
  further: w('；', '; '),
  english: w('{label}（英文，可不填）', '{label} (English, optional)'),
  beside: w('{name}（{what}）', '{name} ({what})'),
  toDesk: w('去办件台', 'To the desk'),
  approve: w('确认登录', 'Confirm a sign-in'),
} as const

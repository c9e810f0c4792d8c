/** States of the screens from which the desk is run, and of the queue with a ticket beside it: what somebody does before the picture. */
import type { Page } from 'playwright-core'
import { front } from './front'
import type { State } from './states'

type Step = (page: Page) => Promise<unknown>
const all =
  (...steps: Step[]): Step =>
  async (page) => {
    for (const step of steps) await step(page)
  }
const press =
  (name: string | RegExp): Step =>
  (page) =>
    front(page).getByRole('button', { name }).first().click()
const choose =
  (name: string | RegExp): Step =>
  (page) =>
    front(page).getByRole('radio', { name }).first().click()
const sees =
  (words: string): Step =>
  (page) =>
    front(page).getByText(words).first().waitFor()
const openFirst: Step = (page) => page.locator('.ticket-card:visible').first().click()
const toEnd: Step = (page) => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))

const QUEUE = { who: 'wang', route: 'desk/queue/index', sees: '待办' } as const
const FIRST = all(openFirst, sees('办理过程'))

/** What is pressed is named in Chinese. */
export const OFFICE_STATES: State[] = [
  { ...QUEUE, name: 'queue-ticket', does: FIRST },
  { ...QUEUE, name: 'queue-more', does: press('更多') },
  { ...QUEUE, name: 'queue-reply', does: all(FIRST, press(/^回复/), sees('群众会看到')) },
  { ...QUEUE, name: 'queue-dispatch', does: all(FIRST, press(/^转办/), sees('选择单位')) },
  { ...QUEUE, name: 'queue-answer', does: all(FIRST, press(/^答复办结/), choose('已办好'), sees('答复内容')) },
  { ...QUEUE, name: 'queue-rest', does: all(FIRST, press('更多操作')) },
  {
    ...{ name: 'office-person', who: 'lin', route: 'office/people/index', sees: '王敏' },
    does: all((page) => page.getByText('王敏').first().click(), sees('停用账号')),
  },
  {
    ...{ name: 'office-person-add', who: 'lin', route: 'office/people/index', sees: '王敏' },
    does: all(press('添加工作人员'), sees('真实姓名')),
  },
  {
    ...{ name: 'office-shift', who: 'lin', route: 'office/duty/index', sees: '加一班' },
    does: all(press(/^给.*加一班$/), sees('谁值班')),
  },
  {
    ...{ name: 'office-week', who: 'lin', route: 'office/duty/index', sees: '特殊日期', choose: '值班时间' },
    does: press('换一套每周时间'),
  },
  {
    ...{ name: 'office-phrase', who: 'lin', route: 'office/phrases/index', sees: '新增模板' },
    does: press('新增模板'),
  },
  {
    ...{ name: 'office-rule', who: 'lin', route: 'office/routing/index', sees: '第 1 条' },
    does: press('新增规则'),
  },
  {
    ...{ name: 'office-figures-end', who: 'lin', route: 'office/figures/index', sees: '群众确认解决' },
    does: toEnd,
  },
  {
    ...{ name: 'office-password', who: 'lin', route: 'office/me/index', sees: '我的设备' },
    does: press('修改密码'),
  },
  {
    ...{ name: 'office-group-answer', who: 'wang', sees: '归在一起的工单' },
    route: ({ unanswered }) => `office/group/index?id=${unanswered}`,
    does: all(press('写统一答复'), sees('办理结果')),
  },
  {
    ...{ name: 'office-group-correct', who: 'wang', sees: '归在一起的工单' },
    route: ({ group }) => `office/group/index?id=${group}`,
    does: all(press('更正答复'), sees('改了什么')),
  },
  {
    ...{ name: 'office-group-preview', who: 'wang', sees: '归在一起的工单' },
    route: ({ unanswered }) => `office/group/index?id=${unanswered}`,
    does: all(
      press('写统一答复'),
      (page) => page.locator('textarea:visible').first().fill('从下周一起，晚上九点二十加开一班。'),
      press('预览'),
      sees('每个人会这样看到'),
    ),
  },
]

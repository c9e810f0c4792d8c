import { photo } from '../../test/situations'
import { asksSomething, closingWords, fill, isWellFormed, type Known, placeTold, toldBy } from './phrase'
import { firstSlot, slotsIn } from './slots'
import { isSpecific } from './specific'
import type { Command } from './ticket'

const KNOWN: Known = {
  no: 'CFD-20260302-0001-0',
  unit: '城市管理局',
  lead: '交通运输局',
  today: '2026-03-02',
  place: '新城大街小学门口',
  promised: '2026-03-23',
}

describe('slots', () => {
  it.each<[text: string, slots: string[]]>([
    ['路灯已于今天上午修好。', []],
    ['【地点】的路灯已于【日期】修好，经办人【经办人】。', ['地点', '日期', '经办人']],
    ['【日期】修好，【日期】复查。', ['日期']],
    ['这里的名字删掉了：【】', ['']],
    ['少了一个括号：【经办人', ['经办人']],
    ['少了另一个括号：李强】', ['']],
    ['【 日期 】', ['日期']],
    ['写文件号请用〔2026〕3 号', []],
  ])('in “%s”: %j', (text, slots) => {
    expect(slotsIn(text)).toEqual(slots)
  })

  it('the first is known by where it stands', () => {
    expect(firstSlot('已于【日期】修好【数量】只')).toEqual({ from: 2, to: 6 })
    expect(firstSlot('没有空')).toBeUndefined()
  })

  it.each<[text: string, right: boolean]>([
    ['【地点】已修好', true],
    ['没有空也可以', true],
    ['【】', false],
    ['【地点', false],
    ['地点】', false],
    ['【【地点】】', false],
    ['【这个空的名字写得实在是太长了一些】', false],
  ])('“%s” as a template: %s', (text, right) => {
    expect(isWellFormed(text)).toBe(right)
  })

  it.each<[text: string, asks: boolean]>([
    ['【地点】的路灯修好了，【今天】办结。', false],
    ['【地点】的路灯已于【日期】修好。', true],
  ])('“%s” leaves something to a person: %s', (text, asks) => {
    expect(asksSomething(text)).toBe(asks)
  })
})

describe('what the system knows is filled in', () => {
  it.each<[text: string, filled: string]>([
    ['您反映的【地点】一事，编号【编号】。', '您反映的新城大街小学门口一事，编号CFD-20260302-0001-0。'],
    ['已转【承办单位】，【期限】前答复。【单位】', '已转交通运输局，3月23日前答复。城市管理局'],
    ['【今天】已到现场。', '3月2日已到现场。'],
    ['We came on 【today】.', 'We came on 2026-03-02.'],
    ['经办人【经办人】，【日期】修好', '经办人【经办人】，【日期】修好'],
  ])('“%s” becomes “%s”', (text, filled) => {
    expect(fill(text, KNOWN)).toBe(filled)
  })

  it('what it does not know stays open', () => {
    const { place, promised, lead, ...less } = KNOWN
    expect(fill('【地点】【期限】【承办单位】', less)).toBe('【地点】【期限】【承办单位】')
  })
})

describe('a place is told as far as others may read it', () => {
  it.each([
    ['新城大街小学门口', '新城大街小学门口'],
    ['新城大街 12 号路灯旁', '新城大街 12 号路灯旁'],
    ['垦丰小区3号楼2单元501室', '垦丰小区'],
    ['垦丰小区 B座 1203', '垦丰小区'],
    ['垦丰小区，十二栋三单元', '垦丰小区'],
    ['垦丰小区东门，电话13912345678', '垦丰小区东门，电话'],
    ['3号楼', ''],
  ])('“%s” as “%s”', (address, told) => {
    expect(placeTold(address)).toBe(told)
  })
})

const TEMPLATES = [
  '您好，【地点】的路灯已于【日期】修好，更换了【更换的部件】，经办人【经办人】。感谢您的监督。',
  '您好，您反映的问题我们高度重视，已安排工作人员到现场核实处理，感谢您对我们工作的支持。',
  '【日期】【地点】堆积的垃圾已经清运干净，出动【人数】，由【经办人】现场负责。今后每天【时间】巡查一次。',
  '该事项不属于我区职责范围，依据【依据】，应由【应办单位】受理，联系电话【电话】。',
  'Thank you for your report. The street light at 【place】 was repaired on 【day】 by 【who】.',
]

describe('an answer says something about this very case', () => {
  it.each([
    '路灯已于今天上午修好，共换灯泡两只。',
    '已经修好',
    '已处理',
    '三盏灯的线路都换好了，昨晚已经亮了。',
    '您好，新城大街小学门口的路灯已于3月1日修好，更换了灯泡，经办人李强。感谢您的监督。',
    '您好，新城大街小学门口的路灯已于昨晚修好，更换了两只灯泡，经办人李强。感谢您的监督。',
    // What was done, beside a template.
    '您好，您反映的问题我们高度重视，已安排工作人员到现场核实处理，今天下午把东侧的井盖换成了新的。感谢您对我们工作的支持。',
    '3月2日新城大街小学门口堆积的垃圾已经清运干净，出动6人，由赵静现场负责。今后每天7点巡查一次。',
    '该事项不属于我区职责范围，依据《河北省城镇供热管理办法》第八条，应由丰南区受理，联系电话12345。',
    'Thank you for your report. The street light at 新城大街小学门口 was repaired on Sunday night by Li Qiang.',
    'Fixed this morning: two bulbs replaced.',
    '可以。打开“国家医保服务平台”，点“医保缴费”，选择参保地就能交。',
    '不好意思，查无此人，请核对姓名。',
    '没有发现噪音。',
  ])('%s', (text) => {
    expect(isSpecific(text, TEMPLATES, KNOWN)).toBe(true)
  })

  it.each([
    // A template as it is, its courtesies changed, and with additions that say nothing.
    '您好，您反映的问题我们高度重视，已安排工作人员到现场核实处理，感谢您对我们工作的支持。',
    '尊敬的市民朋友，您好！您反映的问题，我们高度重视！已安排工作人员到现场核实处理。谢谢您的理解和配合，祝您生活愉快！',
    '您反映的问题我们高度重视，已安排工作人员到现场核实处理完毕，请放心。',
    '您好，您反映的问题我局高度重视，已第一时间安排相关工作人员到现场认真核实处理。',
    // Half of one.
    '您反映的问题我们高度重视，已安排工作人员到现场核实处理。',
    '已安排工作人员到现场核实处理',
    // Only what the system filled in.
    '您好，新城大街小学门口的路灯已于3月2日修好。感谢您的监督。',
    '您反映的新城大街小学门口的问题（CFD-20260302-0001-0）我们高度重视，城市管理局已安排工作人员到现场核实处理。',
    // Slots taken out, or filled with nothing.
    '您好，的路灯已于修好，更换了，经办人。感谢您的监督。',
    '您好，新城大街小学门口的路灯已于某日修好，更换了无，经办人某某。感谢您的监督。',
    '您好，新城大街小学门口的路灯已于——修好，更换了……，经办人//。感谢您的监督。',
    // In other spaces and signs.
    '您 好 ， 您反映的问题 我们高度重视 — 已安排工作人员到现场核实处理',
    // Two templates one after the other.
    '您反映的问题我们高度重视，已安排工作人员到现场核实处理。该事项不属于我区职责范围。',
    'Thank you for your report. The street light at 新城大街小学门口 was repaired on 2026-03-02.',
    // Nothing but courtesies.
    '您好，感谢您的支持，祝您生活愉快！',
    'Thank you!',
    '。',
  ])('but not: %s', (text) => {
    expect(isSpecific(text, TEMPLATES, KNOWN)).toBe(false)
  })

  it('where there are no templates, whatever is said is said by a person', () => {
    expect(isSpecific(TEMPLATES[1] ?? '', [], KNOWN)).toBe(true)
  })
})

describe('which words of a command are looked at', () => {
  it.each<[command: Command, told: string[], closing: string | undefined]>([
    [{ do: 'reply', text: '在看' }, ['在看'], undefined],
    [{ do: 'ask-back', text: '哪个出口' }, ['哪个出口'], undefined],
    [{ do: 'extend', days: 3, reason: '等材料' }, ['等材料'], undefined],
    [{ do: 'delay', until: '2026-04-01', reason: '等厂家' }, ['等厂家'], undefined],
    [{ do: 'merge', into: 'CFD-20260302-0002-5', text: '同一件事' }, ['同一件事'], undefined],
    [{ do: 'answer', result: 'done', text: '修好了', photos: [photo] }, ['修好了', ''], '修好了'],
    [{ do: 'answer', result: 'impossible', text: '办不了', reason: '依据' }, ['办不了', '依据'], '办不了'],
    [{ do: 'review', outcome: 'uphold', text: '没有问题' }, ['没有问题'], '没有问题'],
    [{ do: 'review', outcome: 'reopen', text: '退回' }, ['退回'], undefined],
    // Between officials, and what residents write themselves.
    [{ do: 'object', reason: '【不归我】' }, [], undefined],
    [{ do: 'dispatch', unit: 'transport', note: '【急】' }, [], undefined],
    [{ do: 'note', text: '【内部】' }, [], undefined],
    [{ do: 'add', text: '【补充】' }, [], undefined],
    [{ do: 'dispute', text: '【没修】' }, [], undefined],
  ])('%j', (command, told, closing) => {
    expect(toldBy(command)).toEqual(told)
    expect(closingWords(command)).toBe(closing)
  })
})

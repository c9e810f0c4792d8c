import type { Fault } from '@/core/chain'
import type { Report, Trouble } from './audit-walk'

const FAULTS: Record<Fault, readonly [zh: string, en: string]> = {
  changed: ['被改动', 'was changed'],
  removed: ['被删除', 'was removed'],
  inserted: ['是后来插入的', 'was inserted'],
  reordered: ['被调换了位置', 'was moved'],
  cut: ['起，后面的记录被截掉', 'and all after it were cut off'],
  rewritten: ['及之前的记录与封存值不符，整条被重写', 'and what is before it are not what was sealed'],
}

/** What the walk has found, in Chinese and in English. */
export function reportLines({ lines, chains, seal, troubles }: Report): string[] {
  const counted = [`操作记录 ${lines} 条，${chains} 条链`, `${lines} lines in ${chains} chains`]
  const last = seal
    ? [
        `最近一次封存：${seal.at}，第 ${seal.seq} 号，${seal.hash}`,
        `The last seal: ${seal.at}, number ${seal.seq}, ${seal.hash}`,
      ]
    : ['还没有封存过（定时任务每小时封存一次）', 'Never sealed yet: the timer does it every hour']
  const verdict = troubles.length
    ? troubles.flatMap(troubleLines)
    : ['核对完毕，没有发现改动。', 'Checked: nothing was changed, removed, inserted, moved or cut off.']
  return [...counted, ...last, ...verdict]
}

const troubleLines = ({ chain, seq, fault }: Trouble): string[] => {
  const [zh, en] = FAULTS[fault]
  return [`发现问题：${chain} 第 ${seq} 条${zh}`, `Trouble: line ${seq} of ${chain} ${en}`]
}

import { Text } from '@tarojs/components'
import type { EntryView, TicketView } from '@/contract/tickets'
import { othersStatus } from './othersStatus'
import { useSay, words } from './words'

const TONE: Record<TicketView['status'], string> = {
  submitted: '',
  dispatched: '',
  handling: '',
  merged: '',
  waiting: 'warn',
  answered: 'warn',
  disputed: 'bad',
  closed: 'still',
  withdrawn: 'still',
}

/** The state in words; the colour only repeats it. `others`: the reader did not file it. */
export function StatusTag({ status, others = false }: { status: TicketView['status']; others?: boolean }) {
  const say = useSay()
  return <Text className={`tag ${TONE[status]}`}>{say((others ? othersStatus : words.status)[status])}</Text>
}

/** What came of it. Only what was done is green. */
export function ResultTag({ result }: { result: NonNullable<EntryView['result']> }) {
  const say = useSay()
  return <Text className={result === 'done' ? 'tag good' : 'tag warn'}>{say(words.result[result])}</Text>
}

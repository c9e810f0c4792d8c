import { Text } from '@tarojs/components'
import type { EntryView, TicketView } from '@/contract/tickets'
import { officialWords } from './officialWords'
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

/** The state in words; the colour only repeats it. */
export function StatusTag({ status, forDesk = false }: { status: TicketView['status']; forDesk?: boolean }) {
  const say = useSay()
  return <Text className={`tag ${TONE[status]}`}>{say((forDesk ? officialWords.status : words.status)[status])}</Text>
}

/** What came of it. Only what was done is green. */
export function ResultTag({ result }: { result: NonNullable<EntryView['result']> }) {
  const say = useSay()
  return <Text className={result === 'done' ? 'tag good' : 'tag warn'}>{say(words.result[result])}</Text>
}

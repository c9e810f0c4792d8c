import { Text, View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { Lang } from '@/contract/phoneRefusals'
import type { ScreenedView } from '@/contract/screening'
import type { EntryView } from '@/contract/tickets'
import { Clips } from './Clips'
import { PhotoRow } from './PhotoRow'
import './Timeline.css'
import { officialWords } from './officialWords'
import { ResultTag } from './StatusTag'
import { screenedWords } from './screenedWords'
import { TalkBefore } from './TalkBefore'
import { ticketWords } from './ticketWords'
import { dayText, momentText } from './time'
import { type Say, useSay, words } from './words'

type Props = { entries: EntryView[]; forDesk?: boolean; canAdd?: boolean }

/**
 * What has happened, oldest first: who did what, and what was said, in order. `canAdd`: the reader may write more.
 */
export function Timeline({ entries, forDesk = false, canAdd = false }: Props) {
  return (
    <View className='timeline'>
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} forDesk={forDesk} canAdd={canAdd} />
      ))}
    </View>
  )
}

function Line({ entry, forDesk, canAdd }: { entry: EntryView; forDesk: boolean; canAdd: boolean }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const said = saidIn(entry, say, forDesk, canAdd)
  return (
    <View className={`entry ${entry.by.role}${entry.public ? '' : ' internal'}`}>
      <View className='quiet small'>{momentText(entry.at, lang)}</View>
      <View className='strong'>
        <Text>{authorOf(entry, say, forDesk)}</Text>
        <Text className='entry-did'>{deedOf(entry, say, lang, forDesk)}</Text>
        {entry.result ? <ResultTag result={entry.result} /> : null}
        {entry.public ? null : <Text className='tag still'>{say(ticketWords.internal)}</Text>}
      </View>
      {said.map((text) => (
        <View key={text} className='said pre'>
          {text}
        </View>
      ))}
      {entry.talk ? <TalkBefore talk={entry.talk} forDesk={forDesk} /> : null}
      {entry.screened ? <Screened entry={entry} screened={entry.screened} forDesk={forDesk} /> : null}
      <PhotoRow photos={entry.photos} />
      {entry.clips ? <Clips clips={entry.clips} /> : null}
    </View>
  )
}

/** Beside words that are kept from others why they are, or in the place of the words that they are. */
function Screened({ entry, screened, forDesk }: { entry: EntryView; screened: ScreenedView; forDesk: boolean }) {
  const say = useSay()
  const { state, reason } = screened
  if (!entry.text) return <View className='said quiet'>{say(words.screened.instead[state])}</View>
  const beside = forDesk && state === 'held' ? officialWords.held : screenedWords.beside[state]
  return <View className='note warn small'>{say(beside, { reason: reason ?? '' })}</View>
}

function authorOf({ by }: EntryView, say: Say, forDesk: boolean): string {
  if (by.role === 'system') return say(ticketWords.by.system)
  if (by.role === 'citizen')
    return by.name && forDesk ? by.name : say(forDesk ? ticketWords.by.citizenForDesk : ticketWords.by.citizen)
  return [by.unit && say(by.unit), by.name].filter(Boolean).join(' ')
}

function deedOf(entry: EntryView, say: Say, lang: Lang, forDesk: boolean): string {
  const { did, unit, days, stars, about, to, until, other } = entry
  if (did === 'ask-back' && forDesk) return say(officialWords.asked)
  return say(ticketWords.did[did], {
    unit: unit ? say(unit) : '',
    days: days ?? '',
    stars: stars ?? '',
    to: to ?? '',
    day: until ? dayText(until, lang) : '',
    no: other ?? '',
    part: say(screenedWords.part[about ?? 'words']),
  })
}

function saidIn(
  { did, text, note, reason, reopened, label, change }: EntryView,
  say: Say,
  forDesk: boolean,
  canAdd: boolean,
): string[] {
  const outcome = reopened === undefined ? undefined : say(reopened ? ticketWords.reopened : ticketWords.upheld)
  const receipt = did === 'received' ? say(ticketWords.receipt) : undefined
  const given = reason && say(words.named, { name: say(ticketWords.reason), text: reason })
  const changed = change && say(words.named, { name: say(ticketWords.change), text: change })
  const noted = note && say(words.named, { name: say(ticketWords.note), text: note })
  const because = forDesk ? screenedWords.because : screenedWords.becauseForAuthor
  const found = label && say(because, { why: say(screenedWords.why[label]) })
  const onward = did === 'withhold' && canAdd ? say(screenedWords.sendAgain) : undefined
  return [receipt, outcome, changed, text, found, given, onward, noted].flatMap((part) => part || [])
}

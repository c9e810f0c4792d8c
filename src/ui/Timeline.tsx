import { Text, View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { EntryView } from '@/contract/tickets'
import { PhotoRow } from './PhotoRow'
import './Timeline.css'
import { ResultTag } from './StatusTag'
import { momentText } from './time'
import { type Say, useSay, words } from './words'

/** What has happened, oldest first: who did what, and what was said, in order. */
export function Timeline({ entries, forDesk = false }: { entries: EntryView[]; forDesk?: boolean }) {
  return (
    <View className='timeline'>
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} forDesk={forDesk} />
      ))}
    </View>
  )
}

function Line({ entry, forDesk }: { entry: EntryView; forDesk: boolean }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const said = saidIn(entry, say)
  return (
    <View className={`entry ${entry.by.role}${entry.public ? '' : ' internal'}`}>
      <View className='quiet small'>{momentText(entry.at, lang)}</View>
      <View className='strong'>
        <Text>{authorOf(entry, say, forDesk)}</Text>
        <Text className='entry-did'>{deedOf(entry, say, forDesk)}</Text>
        {entry.result ? <ResultTag result={entry.result} /> : null}
        {entry.public ? null : <Text className='tag still'>{say(words.ticket.internal)}</Text>}
      </View>
      {said.map((text) => (
        <View key={text} className='said pre'>
          {text}
        </View>
      ))}
      <PhotoRow photos={entry.photos} />
    </View>
  )
}

function authorOf({ by }: EntryView, say: Say, forDesk: boolean): string {
  if (by.role === 'system') return say(words.by.system)
  if (by.role === 'citizen')
    return by.name && forDesk ? by.name : say(forDesk ? words.by.citizenForDesk : words.by.citizen)
  return [by.unit && say(by.unit), by.name].filter(Boolean).join(' ')
}

function deedOf({ did, unit, days, stars }: EntryView, say: Say, forDesk: boolean): string {
  if (did === 'ask-back' && forDesk) return say(words.desk.asked)
  return say(words.did[did], { unit: unit ? say(unit) : '', days: days ?? '', stars: stars ?? '' })
}

function saidIn({ did, text, note, reason, reopened }: EntryView, say: Say): string[] {
  const outcome = reopened === undefined ? undefined : say(reopened ? words.reopened : words.upheld)
  const receipt = did === 'received' ? say(words.receipt) : undefined
  const because = reason && `${say(words.ticket.reason)}：${reason}`
  const noted = note && `${say(words.ticket.note)}：${note}`
  return [receipt, outcome, text, because, noted].flatMap((part) => part || [])
}

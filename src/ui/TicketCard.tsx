import { Text, View } from '@tarojs/components'
import { addressOf } from '@/client/server'
import { useSettings } from '@/client/settings'
import type { TicketLine } from '@/contract/ticketLines'
import { type DeskClock, nextText } from './clockTexts'
import { iconOf } from './icons'
import { StatusTag } from './StatusTag'
import { Tap } from './Tap'
import './TicketCard.css'
import { Picture } from './Picture'
import { momentText } from './time'
import { useSay, words } from './words'

type Props = { line: TicketLine; onTap: () => void; desk?: DeskClock; chosen?: boolean }

/** A ticket in a list: what it is about, where it stands, which clock runs. */
export function TicketCard({ line, onTap, desk, chosen = false }: Props) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const { text, tone } = nextText(line, lang, desk)
  const category = say(line.category.name)
  return (
    <Tap look='bare' role='link' className={`card ticket-card${chosen ? ' chosen' : ''}`} onTap={onTap}>
      <View className='row'>
        {line.thumb ? (
          <Picture className='ticket-thumb' fill lazy src={addressOf(line.thumb)} />
        ) : (
          <View className='ticket-thumb ticket-icon'>
            <Picture className='icon' src={iconOf(line.category.icon)} />
          </View>
        )}
        <View className='grow'>
          <View className='row wrap'>
            <Text className='strong'>{category}</Text>
            <StatusTag status={line.status} others={Boolean(desk)} />
            {line.held ? <Text className='tag warn'>{say(words.screened.mark)}</Text> : null}
            {line.sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
          </View>
          <View className='ticket-text'>
            {line.text || (line.screened && say(words.screened.instead[line.screened]))}
          </View>
        </View>
      </View>
      {line.resolve.state === 'stopped' ? null : <View className={`ticket-clock small ${tone}`}>{text}</View>}
      <View className='quiet small number'>{`${momentText(line.filedAt, lang)}　${desk ? say(line.unit.name) : line.no}`}</View>
    </Tap>
  )
}

import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { routes } from '@/client/deskRoutes'
import { useSettings } from '@/client/settings'
import type { GroupTicket as Ticket } from '@/contract/groups'
import { groupWords } from '@/ui/groupWords'
import { StatusTag } from '@/ui/StatusTag'
import { Tap } from '@/ui/Tap'
import { Tick } from '@/ui/Tick'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'

/** A ticket among others about the same thing, why it is there, and what may be done with it. */
export function GroupTicket({ ticket, children }: { ticket: Ticket; children?: ReactNode }) {
  const { no, text, status, filedAt, category, unit, sample } = ticket
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const why = useWhy(ticket)
  return (
    <View className='stack group-ticket'>
      <Tap look='bare' role='link' className='stack' onTap={() => routes.deskTicket(no)}>
        <View className='row wrap'>
          <StatusTag status={status} others />
          <Text className='quiet small'>
            {[say(category.name), say(unit.name), momentText(filedAt, lang)].join(' · ')}
          </Text>
          {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        </View>
        <View className='group-words'>{text}</View>
      </Tap>
      {why ? <View className='quiet small'>{why}</View> : null}
      {children}
    </View>
  )
}

/** One that may be taken, by its number. */
export function GroupChoice({ ticket, chosen, onTap }: { ticket: Ticket; chosen: string[]; onTap: () => void }) {
  const say = useSay()
  const name = say(groupWords.take, { text: ticket.no })
  return (
    <GroupTicket ticket={ticket}>
      <Tick name={name} on={chosen.includes(ticket.no)} onTap={onTap} />
    </GroupTicket>
  )
}

/** Why the program thinks that they belong together, in words. */
function useWhy({ why }: Ticket): string {
  const say = useSay()
  if (!why) return ''
  const { words: shared, metres, days } = why
  return [
    shared.length ? say(groupWords.why.words, { words: shared.join(say(words.and)) }) : '',
    metres === undefined ? '' : say(groupWords.why.near, { n: metres }),
    days === undefined ? '' : days ? say(groupWords.why.days, { n: days }) : say(groupWords.why.today),
  ]
    .filter(Boolean)
    .join(' · ')
}

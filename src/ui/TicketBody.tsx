import { Text, View } from '@tarojs/components'
import { routes } from '@/client/routes'
import type { TicketView } from '@/contract/tickets'
import { Clocks } from './Clocks'
import { officialWords } from './officialWords'
import { reportWords } from './reportWords'
import { StatusTag } from './StatusTag'
import { screenedWords } from './screenedWords'
import { Tap } from './Tap'
import { TicketFacts } from './TicketFacts'
import { Timeline } from './Timeline'
import { ticketWords } from './ticketWords'
import { useSay, words } from './words'

/** By which a citizen sends more. */
const WRITTEN = ['add', 'supply', 'dispute'] as const

/** A ticket to read: where it stands, both clocks, what it says, what has happened. What may be done is the screen's. */
export function TicketBody({ ticket, forDesk = false }: { ticket: TicketView; forDesk?: boolean }) {
  const say = useSay()
  const canAdd = !forDesk && WRITTEN.some((command) => ticket.may.includes(command))
  return (
    <View>
      <View className='card stack'>
        <View className='row wrap'>
          <Text className='title'>{say(ticket.category.name)}</Text>
          <StatusTag status={ticket.status} others={forDesk} />
          {ticket.held ? <Text className='tag warn'>{say(words.screened.mark)}</Text> : null}
          {ticket.sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        </View>
        {ticket.held && !forDesk ? <View className='note warn'>{say(screenedWords.top)}</View> : null}
        {ticket.outcome ? (
          <View className={ticket.outcome === 'confirmed' ? 'note good' : 'note'}>
            {say((forDesk ? officialWords.outcome : ticketWords.outcome)[ticket.outcome])}
          </View>
        ) : null}
        <Clocks ticket={ticket} desk={forDesk ? officialWords.clock : undefined} />
        <TicketFacts ticket={ticket} forDesk={forDesk} />
        <About about={ticket.about} />
      </View>
      <View className='card stack'>
        <View className='heading'>{say(ticketWords.history)}</View>
        <Timeline entries={ticket.history} forDesk={forDesk} canAdd={canAdd} />
      </View>
    </View>
  )
}

/** What was read before it was filed, and the way to it. */
function About({ about }: { about: TicketView['about'] | undefined }) {
  const say = useSay()
  if (!about) return null
  return (
    <Tap look='line' role='link' onTap={() => routes.whatAbout(about.id)}>
      {say(reportWords.about, { title: say(about.title) })}
    </Tap>
  )
}

import { Text, View } from '@tarojs/components'
import { routes } from '@/client/routes'
import type { TicketView } from '@/contract/tickets'
import { Clocks } from './Clocks'
import { officialWords } from './officialWords'
import { StatusTag } from './StatusTag'
import { Tap } from './Tap'
import { Timeline } from './Timeline'
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
          <StatusTag status={ticket.status} forDesk={forDesk} />
          {ticket.held ? <Text className='tag warn'>{say(words.screened.mark)}</Text> : null}
          {ticket.sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        </View>
        {ticket.held && !forDesk ? <View className='note warn'>{say(words.screened.top)}</View> : null}
        {ticket.outcome ? (
          <View className={ticket.outcome === 'confirmed' ? 'note good' : 'note'}>
            {say((forDesk ? officialWords.outcome : words.outcome)[ticket.outcome])}
          </View>
        ) : null}
        <Clocks ticket={ticket} forDesk={forDesk} />
        <Facts ticket={ticket} forDesk={forDesk} />
        <About about={ticket.about} />
      </View>
      <View className='card stack'>
        <View className='heading'>{say(words.ticket.history)}</View>
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
      {say(words.report.about, { title: say(about.title) })}
    </Tap>
  )
}

function Facts({ ticket, forDesk }: { ticket: TicketView; forDesk: boolean }) {
  const say = useSay()
  const { place, unit, coUnits, handler, asker } = ticket
  const where = [place.address, place.point && `（${say(words.ticket.mapped)}）`].filter(Boolean).join('')
  const facts: [string, string | undefined][] = [
    [say(words.ticket.number), ticket.no],
    [say(words.ticket.code), ticket.code],
    [say(words.ticket.place), where],
    [say(words.ticket.unit), [unit, ...coUnits].map(({ name }) => say(name)).join('、')],
    [say(words.ticket.handler), handler],
    // The desk has a part of its own for the asker.
    [say(words.ticket.asker), forDesk ? '' : [asker.name, asker.phone].filter(Boolean).join(' ')],
  ]
  return (
    <View>
      {facts.map(([name, value]) =>
        value ? (
          <View key={name} className='row fact'>
            <Text className='quiet fact-name'>{name}</Text>
            <Text className='grow number' userSelect>
              {value}
            </Text>
          </View>
        ) : null,
      )}
    </View>
  )
}

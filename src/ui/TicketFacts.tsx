import { Text, View } from '@tarojs/components'
import { openMap } from '@/client/open'
import type { TicketView } from '@/contract/tickets'
import { factWords } from './factWords'
import { officialWords } from './officialWords'
import { Opening } from './read/Opening'
import { relationWords } from './reportWords'
import { ticketWords } from './ticketWords'
import { type Say, useSay, words } from './words'

/** What a ticket says about itself: to its asker what they gave, to the desk also what was agreed and taken down. */
export function TicketFacts({ ticket, forDesk }: { ticket: TicketView; forDesk: boolean }) {
  const say = useSay()
  const { place, against, followers } = ticket
  const { map } = place
  const lines: [string, string][] = [...factsOf(ticket, forDesk, say), ...(forDesk ? deskFactsOf(ticket, say) : [])]
  return (
    <View className='stack'>
      <View>
        {lines.map(([name, value]) =>
          value ? (
            <View key={name} className='row fact'>
              <Text className='quiet fact-name'>{name}</Text>
              <Text className='grow number pre' userSelect>
                {value}
              </Text>
            </View>
          ) : null,
        )}
      </View>
      {against && forDesk ? <View className='note warn'>{say(factWords.againstNote)}</View> : null}
      {followers ? <View className='quiet'>{say(factWords.followers, { n: followers })}</View> : null}
      {map ? (
        <Opening
          look='line'
          name={say(factWords.map)}
          open={() => openMap({ name: say(ticket.category.name), address: place.address ?? '', map })}
        />
      ) : null}
    </View>
  )
}

function factsOf(ticket: TicketView, forDesk: boolean, say: Say): [string, string][] {
  const { place, unit, coUnits, handler, asker, spot, details = [], behalf, splitFrom, splitInto = [] } = ticket
  const mapped = place.point ? say(ticketWords.mapped) : ''
  return [
    [say(ticketWords.number), ticket.no],
    [say(ticketWords.code), ticket.code ?? ''],
    [say(ticketWords.splitFrom), splitFrom ?? ''],
    [say(ticketWords.splitInto), splitInto.join('\n')],
    [say(ticketWords.place), `${place.address ?? ''}${mapped}`],
    [say(factWords.spot), spot ? say(factWords.spotIs, { id: spot.id, name: say(spot.name) }) : ''],
    [
      say(factWords.details),
      details.map(({ ask, said }) => say(factWords.detail, { ask: say(ask), said: say(said) })).join('\n'),
    ],
    [say(ticketWords.unit), [unit, ...coUnits].map(({ name }) => say(name)).join(say(words.and))],
    [say(ticketWords.handler), handler ?? ''],
    // The desk has a part of its own for the asker, and for whom they ask.
    [say(ticketWords.asker), forDesk ? '' : [asker.name, asker.phone].filter(Boolean).join(' ')],
    [say(factWords.behalf), behalf && !forDesk ? behalfText(behalf, say) : ''],
    [say(factWords.against), againstText(ticket.against, say)],
    [say(factWords.taken), takenText(ticket.taken, say)],
  ]
}

const deskFactsOf = ({ consent, mergedInto, merged = [] }: TicketView, say: Say): [string, string][] => [
  [say(officialWords.mergedInto), mergedInto ?? ''],
  [say(officialWords.merged), merged.join('\n')],
  [say(factWords.consent), say(factWords.consents[consent ? 'yes' : 'no'])],
]

/** 王秀兰（父母）13900000000 */
export const behalfText = ({ name, relation, phone }: NonNullable<TicketView['behalf']>, say: Say): string =>
  say(factWords.behalfOf, { name, relation: say(relationWords[relation]), phone: phone ?? '' }).trim()

const againstText = (against: TicketView['against'], say: Say): string =>
  [against?.unit && say(against.unit.name), against?.name].filter(Boolean).join(' ')

const takenText = (taken: TicketView['taken'], say: Say): string =>
  taken ? say(factWords.takenBy[taken.channel], { unit: say(taken.unit.name), name: taken.by }) : ''

import { Text, View } from '@tarojs/components'
import { dial } from '@/client/device'
import type { TicketView } from '@/contract/tickets'
import { factWords } from '@/ui/factWords'
import { relationWords, visibilityWords } from '@/ui/reportWords'
import { Tap } from '@/ui/Tap'
import { ticketWords } from '@/ui/ticketWords'
import { useSay, words } from '@/ui/words'

/** Who asks, as far as this official may know, for whom, and to whom they show themselves. */
export function Asker({ asker: { name, phone, visibility }, behalf }: Pick<TicketView, 'asker' | 'behalf'>) {
  const say = useSay()
  return (
    <View className='card stack'>
      <View className='row wrap between'>
        <View className='row wrap'>
          <Text className='quiet'>{say(ticketWords.asker)}</Text>
          {name ? <Text className='strong'>{name}</Text> : null}
          <Text className='tag still'>{say(visibilityWords[visibility])}</Text>
        </View>
        <Call phone={phone} />
      </View>
      {behalf ? (
        <View className='row wrap between'>
          <View className='row wrap'>
            <Text className='quiet'>{say(factWords.behalf)}</Text>
            <Text className='strong'>{behalf.name}</Text>
            <Text className='tag still'>
              {say(factWords.behalfIs, { relation: say(relationWords[behalf.relation]) })}
            </Text>
          </View>
          <Call phone={behalf.phone} />
        </View>
      ) : null}
    </View>
  )
}

function Call({ phone }: { phone: string | undefined }) {
  const say = useSay()
  if (!phone) return null
  const name = `${say(words.home.hotline)} ${phone}`
  return (
    <Tap label={name} onTap={() => dial(phone)}>
      {name}
    </Tap>
  )
}

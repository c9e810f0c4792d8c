import { Text, View } from '@tarojs/components'
import { dial } from '@/client/device'
import type { TicketView } from '@/contract/tickets'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

/** Who asks, as far as this official may know, and to whom they show themselves. */
export function Asker({ asker: { name, phone, visibility } }: Pick<TicketView, 'asker'>) {
  const say = useSay()
  return (
    <View className='card row wrap between'>
      <View className='row wrap'>
        <Text className='quiet'>{say(words.ticket.asker)}</Text>
        {name ? <Text className='strong'>{name}</Text> : null}
        <Text className='tag still'>{say(words.visibility[visibility])}</Text>
      </View>
      {phone ? (
        <Tap label={`${say(words.home.hotline)} ${phone}`} onTap={() => dial(phone)}>
          {`${say(words.home.hotline)} ${phone}`}
        </Tap>
      ) : null}
    </View>
  )
}

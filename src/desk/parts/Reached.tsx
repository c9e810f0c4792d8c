import { View } from '@tarojs/components'
import { routes } from '@/client/deskRoutes'
import { hasDuty } from '@/client/duties'
import { useSettings } from '@/client/settings'
import type { TicketView } from '@/contract/tickets'
import { blockWords } from '@/ui/blockWords'
import { reachWords } from '@/ui/reachWords'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'

/** By which door the person came, what WeChat still lets through, and what did not arrive: nobody thinks they were told. */
export function Reached({ no, chat, unsent }: Pick<TicketView, 'no' | 'chat' | 'unsent'>) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const maySend = chat && chat.left > 0 && chat.until
  return (
    <View className='stack'>
      {chat ? (
        <View className={maySend ? 'note' : 'note warn'}>
          {`${say(reachWords[chat.door])} ${maySend ? say(reachWords.left, { n: chat.left, t: momentText(maySend, lang) }) : say(reachWords.closed)}`}
        </View>
      ) : null}
      {unsent ? (
        <View className='note warn'>
          {say(reachWords.unsent, { t: momentText(unsent.at, lang), why: say(reachWords.why[unsent.why]) })}
        </View>
      ) : null}
      {hasDuty('dispatch') || hasDuty('admin') ? (
        <Tap look='line' role='link' onTap={() => routes.blocks(no)}>
          {say(blockWords.add)}
        </Tap>
      ) : null}
    </View>
  )
}

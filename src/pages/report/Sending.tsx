import { View } from '@tarojs/components'
import type { Draft } from '@/client/drafts/draft'
import type { Drafting } from '@/client/drafts/useDrafts'
import { routes } from '@/client/routes'
import { role } from '@/ui/aria'
import { sendingWords } from '@/ui/filingWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { useMediaWords } from './mediaWords'

/** A draft on its way: how far each part of it is, and never "sent" before there is a number. */
export function Sending({ draft, drafting }: { draft: Draft; drafting: Drafting }) {
  const say = useSay()
  const { nameIn, stateOf } = useMediaWords()
  const { media, tried } = draft
  const isAway = drafting.away
  const onWay = media.some(({ state }) => state !== 'sent')
  return (
    <View className='stack'>
      <View className='card stack' {...role('status')}>
        <View className='title'>{say(isAway ? sendingWords.kept : sendingWords.title)}</View>
        <View>{say(isAway ? sendingWords.auto : onWay ? sendingWords.media : sendingWords.filing)}</View>
        <View className='quiet'>{say(sendingWords.notYet)}</View>
      </View>
      {media.length ? (
        <View className='card stack'>
          {media.map((one) => (
            <View key={one.key} className='row between'>
              <View>{nameIn(media, one)}</View>
              <View className='quiet'>{stateOf(one, drafting.progress[one.key])}</View>
            </View>
          ))}
        </View>
      ) : null}
      <View className='card stack'>
        {draft.form.text ? <View className='pre'>{draft.form.text}</View> : null}
        {draft.form.place.address ? <View className='quiet'>{draft.form.place.address}</View> : null}
      </View>
      {isAway ? (
        <Tap look='main' onTap={drafting.hurry}>
          {say(sendingWords.now)}
        </Tap>
      ) : null}
      <Tap look='line' onTap={routes.home}>
        {say(sendingWords.home)}
      </Tap>
      {tried ? (
        <View className='quiet'>{say(sendingWords.tried)}</View>
      ) : (
        <Tap look='line' onTap={() => drafting.recall()}>
          {say(sendingWords.change)}
        </Tap>
      )}
    </View>
  )
}

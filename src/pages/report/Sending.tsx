import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { scrollTo } from '@/client/device'
import { type Drafting, tryDraftsNow } from '@/client/drafts/useDrafts'
import { useOnline } from '@/client/network'
import { routes } from '@/client/routes'
import { role } from '@/ui/aria'
import { sendingWords } from '@/ui/filingWords'
import { focusOn } from '@/ui/focus'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { useMediaWords } from './useMediaWords'

/** A draft on its way: how far each part of it is, and never "sent" before there is a number. */
export function Sending({ drafting }: { drafting: Drafting }) {
  const say = useSay()
  const { nameIn, stateOf } = useMediaWords()
  const { draft, progress, recall } = drafting
  const { media, form, tried } = draft
  const [isStuck, tryNow] = useStuck(drafting)
  useEffect(() => {
    scrollTo('#sending')
    focusOn('#sending', 'whole')
  }, [])
  const isOnWay = media.some(({ state }) => state !== 'sent')
  return (
    <View id='sending'>
      <View className='card stack' {...role('status')}>
        <View className='title'>{say(isStuck ? sendingWords.kept : sendingWords.title)}</View>
        <View>{say(isStuck ? sendingWords.auto : isOnWay ? sendingWords.media : sendingWords.filing)}</View>
        <View className='quiet'>{say(sendingWords.notYet)}</View>
      </View>
      {media.length ? (
        <View className='card stack'>
          {media.map((one) => (
            <View key={one.key} className='row between'>
              <View>{nameIn(media, one)}</View>
              <View className='quiet'>{stateOf(one, progress[one.key])}</View>
            </View>
          ))}
        </View>
      ) : null}
      {form.text || form.place.address ? (
        <View className='card stack'>
          {form.text ? <View className='pre'>{form.text}</View> : null}
          {form.place.address ? <View className='quiet'>{form.place.address}</View> : null}
        </View>
      ) : null}
      <View className='stack'>
        {isStuck ? (
          <Tap look='main' onTap={tryNow}>
            {say(sendingWords.now)}
          </Tap>
        ) : null}
        <Tap look='line' onTap={routes.home}>
          {say(sendingWords.home)}
        </Tap>
        {tried ? (
          <View className='quiet'>{say(sendingWords.tried)}</View>
        ) : (
          <Tap look='line' onTap={() => recall()}>
            {say(sendingWords.change)}
          </Tap>
        )}
      </View>
    </View>
  )
}

/** Milliseconds in which something would have moved. */
const PATIENCE = 8_000

/** Whether it does not get on: there is no network, or nothing has moved for a while. It is tried all the same. */
function useStuck({ draft, progress }: Drafting): [stuck: boolean, tryNow: () => void] {
  const online = useOnline()
  const [patient, setPatient] = useState(true)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever moves gives it time again
  useEffect(() => {
    setPatient(true)
    const timer = setTimeout(() => setPatient(false), PATIENCE)
    return () => clearTimeout(timer)
  }, [draft, progress, turn])
  const tryNow = () => {
    setTurn(turn + 1)
    tryDraftsNow()
  }
  return [!online || !patient, tryNow]
}

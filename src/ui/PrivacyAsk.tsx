import { Button, Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { agree, disagree, openContract, tellShown, useAskedFor, watchPrivacy } from '@/client/privacy'
import { role } from './aria'
import './PrivacyAsk.css'
import { privacyWords } from './privacyWords'
import { Tap } from './Tap'
import { useSay } from './words'

/** WeChat looks for a tapped button of this name. */
const AGREE = 'privacy-agree'

/** What is about to be used and why, in plain words, over whatever screen is in front; nothing until WeChat asks. */
export function PrivacyAsk() {
  const asked = useAskedFor()
  const [inFront, setInFront] = useState(true)
  useDidShow(() => setInFront(true))
  useDidHide(() => setInFront(false))
  useEffect(watchPrivacy, [])
  const asking = inFront && asked.length > 0
  useEffect(() => {
    if (asking) tellShown()
  })
  return asking ? <Sheet asked={asked} /> : null
}

function Sheet({ asked }: { asked: ReturnType<typeof useAskedFor> }) {
  const say = useSay()
  const [unread, setUnread] = useState(false)
  const title = say(privacyWords.title)
  return (
    <View className='ask-cover'>
      <View className='card stack ask-sheet' {...role('dialog')} aria-label={title}>
        <View className='title'>{title}</View>
        {asked.map((what) => {
          const [name, why] = privacyWords.what[what]
          return (
            <View key={what}>
              <Text className='strong'>{say(name)}</Text>
              <View>{say(why)}</View>
            </View>
          )
        })}
        <View className='note'>{say(privacyWords.anyway)}</View>
        <Tap look='line' role='link' onTap={() => void openContract().then((opened) => setUnread(!opened))}>
          {say(privacyWords.contract)}
        </Tap>
        {unread ? <View className='note warn'>{say(privacyWords.contractFailed)}</View> : null}
        <View className='row'>
          <Tap look='line' className='grow' onTap={disagree}>
            {say(privacyWords.disagree)}
          </Tap>
          <Button
            id={AGREE}
            className='tap main ask-agree'
            hoverClass='pressed'
            openType='agreePrivacyAuthorization'
            onAgreePrivacyAuthorization={() => agree(AGREE)}
          >
            {say(privacyWords.agree)}
          </Button>
        </View>
      </View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { copy as copyText } from '@/client/open'
import { qrCodeOfText } from '@/client/qrCode'
import './CodeKey.css'
import { accountWords } from './accountWords'
import { Picture } from './Picture'
import { Tap } from './Tap'
import { useSay } from './words'

/** What goes into the app that makes one-time codes: a picture on the web, and letters for whoever cannot scan it. */
export function CodeKey({ given: { key: letters, uri } }: { given: { key: string; uri: string } }) {
  const say = useSay()
  const [picture, setPicture] = useState<string>()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    void qrCodeOfText(uri).then(setPicture)
  }, [uri])
  const copy = () => void copyText(letters).then((how) => setCopied(how === 'copied'))
  return (
    <View className='stack'>
      <View className='heading'>{say(accountWords.setUp)}</View>
      <View>{say(accountWords.setUpNote)}</View>
      {picture ? <Picture className='code-key' src={picture} name={say(accountWords.qrName)} /> : null}
      <View className='quiet small'>{say(accountWords.keyNote)}</View>
      <View className='strong code-letters'>{letters.replace(/(.{4})/g, '$1 ').trim()}</View>
      <Tap look='line' onTap={copy}>
        {say(copied ? accountWords.copied : accountWords.copyKey)}
      </Tap>
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { qrCodeOfPage } from '@/client/qrCode'
import { role } from '@/ui/aria'
import { Picture } from '@/ui/Picture'
import { readWords } from '@/ui/readWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import './QrCode.css'

type Code = { state: 'none' | 'asked' | 'failed' } | { state: 'shown'; src: string }

/** The page for another phone: a tap draws its address, and another one puts that away. */
export function QrCode() {
  const say = useSay()
  const [code, setCode] = useState<Code>({ state: 'none' })
  const { qr, qrName, qrHint } = readWords.reading
  const draw = async () => {
    if (code.state === 'shown') return setCode({ state: 'none' })
    setCode({ state: 'asked' })
    const src = await qrCodeOfPage()
    return setCode(src ? { state: 'shown', src } : { state: 'failed' })
  }
  return (
    <View className='stack'>
      <Tap look='line' off={code.state === 'asked'} onTap={() => void draw()}>
        {say(qr)}
      </Tap>
      {code.state === 'shown' ? (
        <View>
          <Picture className='qr-code' src={code.src} name={say(qrName)} />
          <View className='quiet small'>{say(qrHint)}</View>
        </View>
      ) : null}
      {code.state === 'failed' ? (
        <View className='note bad' {...role('status')}>
          {say(readWords.opened.failed)}
        </View>
      ) : null}
    </View>
  )
}

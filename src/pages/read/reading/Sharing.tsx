import { View } from '@tarojs/components'
import { share, sharesByButton } from '@/client/open'
import { Opening } from '@/ui/read/Opening'
import { readWords } from '@/ui/readWords'
import { useSay } from '@/ui/words'
import { QrCode } from './QrCode'

/** Passing it on: by the browser's own way and a QR code, or by WeChat's menu. */
export function Sharing({ title }: { title: string }) {
  const say = useSay()
  if (!sharesByButton) return <View className='quiet small'>{say(readWords.reading.shareByMenu)}</View>
  return (
    <View className='stack'>
      <Opening
        look='line'
        name={say(readWords.reading.share)}
        copied={say(readWords.reading.shareCopied)}
        open={() => share(title)}
      />
      <QrCode />
    </View>
  )
}

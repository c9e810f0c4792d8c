import { View } from '@tarojs/components'
import { share, sharesByButton } from '@/client/open'
import { Opening } from '@/ui/read/Opening'
import { readWords } from '@/ui/readWords'
import { useSay } from '@/ui/words'

/** Passing it on: by the browser's own way, or by WeChat's menu. */
export function Sharing({ title }: { title: string }) {
  const say = useSay()
  if (!sharesByButton) return <View className='quiet small'>{say(readWords.reading.shareByMenu)}</View>
  return (
    <Opening
      look='line'
      name={say(readWords.reading.share)}
      copied={say(readWords.reading.shareCopied)}
      open={() => share(title)}
    />
  )
}

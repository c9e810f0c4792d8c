import { Button } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import { askWords } from '@/ui/askWords'
import { useSay } from '@/ui/words'

/** Into WeChat's own chat, which only its own button opens. What the button carries says where from, and the language. */
export function Chat() {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  return (
    <Button className='tap line' hoverClass='pressed' openType='contact' sessionFrom={`ask;${lang}`}>
      {say(askWords.chat)}
    </Button>
  )
}

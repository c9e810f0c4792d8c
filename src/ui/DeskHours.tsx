import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { Output } from '@/contract'
import { momentText } from './time'
import { useSay, words } from './words'

type Props = Pick<Output<'filing.open'>, 'opensAt' | 'firstReplyMinutes'>

/** Whether somebody sits at the desk now, and if not, when. */
export function DeskHours({ opensAt, firstReplyMinutes }: Props) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  if (!opensAt) return <View>{say(words.clock.open, { n: firstReplyMinutes })}</View>
  if (opensAt === 'beyond') return <View>{say(words.clock.replyUnknown)}</View>
  return <View>{say(words.clock.replyClosed, { t: momentText(opensAt, lang) })}</View>
}

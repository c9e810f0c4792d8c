import { View } from '@tarojs/components'
import { memo, useState } from 'react'
import type { Form } from '@/client/drafts/draft'
import { AgainstWhom } from '@/ui/filing/Against'
import { BehalfOf } from '@/ui/filing/Behalf'
import type { Fill } from '@/ui/filing/form'
import { Who } from '@/ui/filing/Who'
import { asking, reportWords } from '@/ui/reportWords'
import { Tap } from '@/ui/Tap'
import { Tick } from '@/ui/Tick'
import { useSay } from '@/ui/words'
import { Guide } from './Guide'
import type { Opened } from './useOpened'

type Part = Pick<Form, 'visibility' | 'name' | 'phone' | 'behalf' | 'against' | 'consent'>
type Props = Part & {
  opened: Opened
  tip: boolean
  fill: Fill
  wrong: (field: string) => string | undefined
  /** Something in it is wrong, so that it must be seen. */
  unfold: boolean
}

/** What nobody has to say. It is not even drawn until it is asked for. */
export const More = memo(({ unfold, ...props }: Props) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const isOpen = open || unfold
  return (
    <View>
      <Tap look='line' className='report-more' open={isOpen} onTap={() => setOpen(!isOpen)}>
        <View className='grow'>
          <View className='strong'>{`${say(isOpen ? reportWords.less : reportWords.more)}　${isOpen ? '▴' : '▾'}`}</View>
          {isOpen ? null : <View className='quiet small'>{say(reportWords.moreHint)}</View>}
        </View>
      </Tap>
      {isOpen ? <Folded {...props} /> : null}
    </View>
  )
})

function Folded({
  opened,
  tip,
  fill,
  wrong,
  visibility,
  name,
  phone,
  behalf,
  against,
  consent,
}: Omit<Props, 'unfold'>) {
  const say = useSay()
  return (
    <View>
      <View className='card'>
        <Who told={asking} visibility={visibility} name={name} phone={phone} fill={fill} wrong={wrong} tip={tip} />
      </View>
      <View className='card stack'>
        {tip ? null : <BehalfOf behalf={behalf} fill={fill} wrong={wrong} />}
        <AgainstWhom against={against} units={opened.units} fill={fill} wrong={wrong} />
      </View>
      {tip ? null : (
        <View className='card stack'>
          <Tick name={say(reportWords.consent)} on={consent} onTap={() => fill({ consent: !consent })} />
          <View className='quiet small'>{say(reportWords.consentNote)}</View>
        </View>
      )}
      <Guide guide={opened.guide} />
    </View>
  )
}

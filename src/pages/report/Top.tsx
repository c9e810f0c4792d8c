import { View } from '@tarojs/components'
import { memo } from 'react'
import type { Form } from '@/client/drafts/draft'
import { role } from '@/ui/aria'
import type { Fill } from '@/ui/filing/form'
import { Scanned } from '@/ui/filing/Scanned'
import { draftWords } from '@/ui/filingWords'
import { reportWords } from '@/ui/reportWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { DangerLine } from './Danger'
import { ReadAloud } from './ReadAloud'

type Props = { about: Form['about']; spot: Form['spot']; offline: boolean; wrong: string | undefined; fill: Fill }

/**
 * What stands above the form: what it is about, what was scanned, and whom to call first. What it is about may have been
 * taken down while the filing waited: then it can go without.
 */
export const Top = memo(({ about, spot, offline, wrong, fill }: Props) => {
  const say = useSay()
  return (
    <View>
      {about ? (
        <View className='note stack report-top' id='about'>
          <View className='strong'>{say(reportWords.about, { title: say(about.title) })}</View>
          {about.tip ? <View>{say(reportWords.tipNote)}</View> : null}
          {wrong ? (
            <View className='stack'>
              <View className='field-wrong' {...role('alert')}>
                {wrong}
              </View>
              <Tap onTap={() => fill({ about: undefined })}>{say(reportWords.aboutDrop)}</Tap>
            </View>
          ) : null}
        </View>
      ) : null}
      {spot ? (
        <View className='report-top'>
          <Scanned spot={spot} fill={fill} />
        </View>
      ) : null}
      {offline ? <View className='note warn report-top'>{say(draftWords.offline)}</View> : null}
      <DangerLine label={say(reportWords.danger)}>
        <ReadAloud />
      </DangerLine>
    </View>
  )
})

import { View } from '@tarojs/components'
import { memo } from 'react'
import type { FilingCategory } from '@/contract/filing'
import { role } from '../aria'
import { iconOf } from '../icons'
import { Picture } from '../Picture'
import { reportWords } from '../reportWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import './filing.css'
import type { Fill, Form } from './form'

type Props = {
  categories: FilingCategory[]
  category: string
  kind: Form['kind']
  /** It is about something that was read, so that its kind is settled. */
  settled?: boolean
  fill: Fill
  wrong?: string | undefined
}

/** What it is about, by picture. */
export const Categories = memo(({ categories, category, kind, settled, fill, wrong }: Props) => {
  const say = useSay()
  const chosen = categories.find(({ id }) => id === category)
  // A category brings the kind it usually has; one that the person chose themselves stays, and so does a question.
  const isByHand = settled || (kind !== undefined && kind !== chosen?.kind)
  const choose = (next: FilingCategory) => {
    if (next.id === category) return
    fill({ category: next.id, details: [], ...(!isByHand && { kind: next.kind }) })
  }
  return (
    <View className='stack' id='category'>
      <View className='heading'>{say(reportWords.category)}</View>
      <View
        className='filing-categories'
        {...(process.env.TARO_ENV === 'h5' && { role: 'radiogroup', 'aria-label': say(reportWords.category) })}
      >
        {categories.map((one) => (
          <Tap
            key={one.id}
            role='radio'
            look='bare'
            className={`filing-one${category === one.id ? ' on' : ''}`}
            on={category === one.id}
            label={say(one.name)}
            onTap={() => choose(one)}
          >
            <View className='filing-icon'>
              <Picture className='icon' src={iconOf(one.icon)} />
            </View>
            <View>{say(one.name)}</View>
          </Tap>
        ))}
      </View>
      {/* Its place is there before anything is chosen: then only its words cross to the screen. */}
      <View className='quiet small'>{chosen ? say(chosen.hint) : ''}</View>
      {wrong ? (
        <View className='field-wrong' {...role('alert')}>
          {wrong}
        </View>
      ) : null}
    </View>
  )
})

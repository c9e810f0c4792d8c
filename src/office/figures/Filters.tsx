import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { SPANS } from '@/contract/figures'
import { Choice } from '@/ui/Choice'
import { figureWords } from '@/ui/figureWords'
import { useSay } from '@/ui/words'
import type { Asking } from '.'
import { Pick } from './Pick'

type Props = { known: Output<'figures.open'>; asking: Asking; ask: (asking: Asking) => void }

/** Which weeks, whose tickets, about what. */
export function Filters({ known: { units, categories, allUnits }, asking, ask }: Props) {
  const say = useSay()
  const all = ['', say(figureWords.all)] as const
  const named = (list: Props['known']['units']) => list.map(({ id, name }) => [id, say(name)] as const)
  return (
    <View className='card stack'>
      <Choice
        label={say(figureWords.weeks)}
        options={SPANS.map((weeks) => [String(weeks), say(figureWords.lastWeeks, { n: weeks })] as const)}
        value={String(asking.weeks)}
        onChoose={(chosen) =>
          ask({ ...asking, weeks: SPANS.find((weeks) => String(weeks) === chosen) ?? asking.weeks })
        }
      />
      <View className='row wrap'>
        <View className='grow'>
          <View className='small quiet'>{say(figureWords.unit)}</View>
          <Pick
            label={say(figureWords.unit)}
            options={allUnits ? [all, ...named(units)] : named(units)}
            value={asking.unit}
            onPick={(unit) => ask({ ...asking, unit })}
          />
        </View>
        <View className='grow'>
          <View className='small quiet'>{say(figureWords.category)}</View>
          <Pick
            label={say(figureWords.category)}
            options={[all, ...named(categories)]}
            value={asking.category}
            onPick={(category) => ask({ ...asking, category })}
          />
        </View>
      </View>
    </View>
  )
}

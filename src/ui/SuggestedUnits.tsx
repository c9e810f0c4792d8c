import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Suggested } from '@/contract/routing'
import { routingWords } from './routingWords'
import { useSay, words } from './words'

/** Which units the routing rules suggest and by which rule, and a rule that has nothing to say any more. */
export function SuggestedUnits({ suggested, none }: { suggested: Suggested; none?: ReactNode }) {
  const { unit, rule = '', coUnits = [], off } = suggested
  const say = useSay()
  const names = {
    rule,
    unit: unit ? say(unit.name) : '',
    coUnits: coUnits.map(({ name }) => say(name)).join(say(words.and)),
  }
  const sentence = coUnits.length ? routingWords.suggestedWith : routingWords.suggested
  const told = unit ? say(sentence, names) : none
  return (
    <View className='stack'>
      {told ? <View className='note'>{told}</View> : null}
      {off ? (
        <View className='note warn'>
          {say(routingWords.suggestedOff, {
            rule: off.rule,
            why: say(routingWords.offs[off.why], { on: off.on, unit: say(off.unit.name) }),
          })}
        </View>
      ) : null}
    </View>
  )
}

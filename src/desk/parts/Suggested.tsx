import { View } from '@tarojs/components'
import { useContext } from 'react'
import { officeWords } from '@/ui/officeWords'
import { routingWords } from '@/ui/routingWords'
import { useSay } from '@/ui/words'
import { Offered } from './Phrases'

/** The unit and the helpers that the routing rules suggest: what is chosen until a person chooses otherwise. */
export function useSuggested(): { unit: string | undefined; coUnits: string[] } {
  const { suggested } = useContext(Offered)
  return { unit: suggested?.unit?.id, coUnits: suggested?.coUnits?.map(({ id }) => id) ?? [] }
}

/** By which rule, and which rule has nothing to say any more. */
export function Suggested() {
  const say = useSay()
  const { suggested } = useContext(Offered)
  if (!suggested) return null
  const { unit, rule = '', coUnits = [], off } = suggested
  const names = {
    rule,
    unit: unit ? say(unit.name) : '',
    coUnits: coUnits.map(({ name }) => say(name)).join(say(officeWords.and)),
  }
  return (
    <View className='stack'>
      {unit ? (
        <View className='note'>{say(coUnits.length ? routingWords.suggestedWith : routingWords.suggested, names)}</View>
      ) : null}
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

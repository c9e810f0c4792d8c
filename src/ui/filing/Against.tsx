import { View } from '@tarojs/components'
import { memo } from 'react'
import type { Output } from '@/contract'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { reportWords } from '../reportWords'
import { Tick } from '../Tick'
import { useSay } from '../words'
import type { Fill, Form } from './form'

type Against = NonNullable<Form['against']>
type Props = {
  against: Form['against']
  units: Output<'filing.open'>['units']
  fill: Fill
  wrong: (field: string) => string | undefined
}

/** About a unit or somebody who works for one, and who will not see it. */
export const AgainstWhom = memo(({ against, units, fill, wrong }: Props) => {
  const say = useSay()
  const set = (change: Partial<Against>) => fill({ against: { ...(against ?? { name: '' }), ...change } })
  return (
    <View className='stack' id='against'>
      <Tick
        name={say(reportWords.against)}
        on={against !== undefined}
        onTap={() => fill({ against: against ? undefined : { name: '' } })}
      />
      {against ? (
        <View className='stack'>
          <View className='note'>{say(reportWords.againstNote)}</View>
          <View className='strong'>{say(reportWords.againstUnit)}</View>
          <Choice
            label={say(reportWords.againstUnit)}
            options={units.map(({ id, name }) => [id, say(name)] as const)}
            value={against.unit}
            onChoose={(unit) => set({ unit })}
          />
          <Field
            label={say(reportWords.againstName)}
            value={against.name}
            onInput={(name) => set({ name })}
            most={40}
            wrong={wrong('against')}
          />
        </View>
      ) : null}
    </View>
  )
})

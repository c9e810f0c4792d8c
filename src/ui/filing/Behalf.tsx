import { View } from '@tarojs/components'
import { memo } from 'react'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { relationWords, reportWords } from '../reportWords'
import { Tick } from '../Tick'
import { useSay } from '../words'
import type { Fill, Form } from './form'

type Behalf = NonNullable<Form['behalf']>
const RELATIONS: Behalf['relation'][] = ['parent', 'child', 'relative', 'neighbour', 'other']
const FIRST: Behalf = { relation: 'parent', name: '', phone: '' }

type Props = { behalf: Form['behalf']; fill: Fill; wrong: (field: string) => string | undefined }

/** For a parent or a neighbour: both are written down. */
export const BehalfOf = memo(({ behalf, fill, wrong }: Props) => {
  const say = useSay()
  const set = (change: Partial<Behalf>) => fill({ behalf: { ...(behalf ?? FIRST), ...change } })
  return (
    <View className='stack' id='behalf'>
      <Tick
        name={say(reportWords.behalf)}
        on={behalf !== undefined}
        onTap={() => fill({ behalf: behalf ? undefined : FIRST })}
      />
      {behalf ? (
        <View className='stack'>
          <View className='strong'>{say(reportWords.relation)}</View>
          <Choice
            label={say(reportWords.relation)}
            options={RELATIONS.map((one) => [one, say(relationWords[one])] as const)}
            value={behalf.relation}
            onChoose={(relation) => set({ relation })}
          />
          <Field
            label={say(reportWords.behalfName)}
            value={behalf.name}
            onInput={(name) => set({ name })}
            most={40}
            wrong={wrong('behalf.name')}
          />
          <Field
            label={say(reportWords.behalfPhone)}
            kind='number'
            value={behalf.phone}
            onInput={(phone) => set({ phone })}
            wrong={wrong('behalf.phone')}
            most={20}
          />
        </View>
      ) : null}
    </View>
  )
})

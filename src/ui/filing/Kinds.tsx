import { View } from '@tarojs/components'
import { memo } from 'react'
import { Choice } from '../Choice'
import { kindWords, reportWords } from '../reportWords'
import { useSay } from '../words'
import type { Fill, Form } from './form'

type Kind = NonNullable<Form['kind']>
/** praise and misconduct are rare; all six stay in sight because hiding them would decide for the person. */
const KINDS: Kind[] = ['complaint', 'help', 'consult', 'suggestion', 'report', 'praise']

/** What the person wants; nothing of it is chosen at first. */
export const Kinds = memo(({ kind, fill }: { kind: Kind | undefined; fill: Fill }) => {
  const say = useSay()
  return (
    <View className='stack'>
      <View className='strong'>{say(reportWords.kind)}</View>
      <Choice
        label={say(reportWords.kind)}
        options={KINDS.map((one) => [one, say(kindWords[one])] as const)}
        value={kind}
        onChoose={(next) => fill({ kind: next })}
      />
    </View>
  )
})

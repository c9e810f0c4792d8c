import { View } from '@tarojs/components'
import { memo, useCallback } from 'react'
import { MAX_TEXT } from '@/contract/shapes'
import { Field } from '../Field'
import { reportWords } from '../reportWords'
import { useSay } from '../words'
import type { Fill } from './form'

/** From here on the person is told how much room is left. */
const NEARLY_FULL = 200

type Props = { text: string; fill: Fill; wrong?: string | undefined }

/** What happened, in the person's own words. Nothing else on the screen may change at a keystroke. */
export const Words = memo(({ text, fill, wrong }: Props) => {
  const say = useSay()
  const left = MAX_TEXT - text.length
  const onInput = useCallback((next: string) => fill({ text: next }), [fill])
  return (
    <View className='stack' id='text'>
      <Field
        label={say(reportWords.text)}
        hint={say(reportWords.textHint)}
        value={text}
        onInput={onInput}
        lines
        most={-1}
        wrong={wrong}
      />
      {left > NEARLY_FULL ? null : (
        <View className={left < 0 ? 'field-wrong' : 'quiet small'}>
          {left < 0 ? say(reportWords.tooLong, { n: -left }) : say(reportWords.left, { n: left })}
        </View>
      )}
    </View>
  )
})

import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { DeskScreen } from '@/ui/DeskScreen'
import { dutyWords } from '@/ui/dutyWords'
import { officeWords } from '@/ui/officeWords'
import { useSay } from '@/ui/words'
import { Hours } from './Hours'
import './index.css'
import { Sheet } from './Sheet'
import { Shifts } from './Shifts'

type Part = keyof typeof dutyWords.parts
const PARTS: Part[] = ['shifts', 'hours', 'sheet']

/** Who sits at the desk, when it is open, and what one shift leaves for the next. */
export default function Duty() {
  const say = useSay()
  const [part, setPart] = useState<Part>('shifts')
  return (
    <DeskScreen title={officeWords.duty} className='duty-screen'>
      <View className='duty-parts'>
        <Choice
          label={say(dutyWords.choose)}
          options={PARTS.map((one) => [one, say(dutyWords.parts[one])] as const)}
          value={part}
          onChoose={setPart}
        />
      </View>
      {part === 'shifts' ? <Shifts /> : null}
      {part === 'hours' ? <Hours /> : null}
      {part === 'sheet' ? <Sheet /> : null}
    </DeskScreen>
  )
}

/** Fields for a day and for a clock time, always Beijing's: the browser's own on the web, WeChat's wheels on the phone. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSettings } from '@/client/settings'
import { Chosen } from '@/ui/Chosen'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'
import { writeWords } from '@/ui/writeWords'
import { clockOf, dayOf, hoursLater, momentAt } from '../forms/beijing'
import type { FormField } from '../forms/field'

export function Day({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  const say = useSay()
  return (
    <View className='row wrap'>
      <Chosen mode='date' label={label} empty={say(writeWords.chooseDay)} value={value} onChange={onDay} />
    </View>
  )
}

type MomentProps = {
  label: string
  value: string
  onMoment: (at: string) => void
  times?: Pick<FormField, 'empty' | 'clock' | 'hours'>
}

/** A day and a clock time. A day alone takes the usual clock time. */
export function Moment({ label, value, onMoment, times = {} }: MomentProps) {
  const { empty, clock = '09:00', hours = [] } = times
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  // While one of the two is missing there is no moment yet, but what was chosen stays in sight.
  const [half, setHalf] = useState({ day: '', clock: '' })
  const day = value ? dayOf(value) : half.day
  const time = value ? clockOf(value) : half.clock
  const choose = (nextDay: string, nextClock: string) => {
    setHalf({ day: nextDay, clock: nextClock })
    onMoment(momentAt(nextDay, nextClock || (nextDay ? clock : '')) ?? '')
  }
  return (
    <View className='stack'>
      {hours.length ? (
        <View className='row wrap'>
          {hours.map((n) => (
            <Tap key={n} look='line' onTap={() => onMoment(hoursLater(Date.now(), n))}>
              {say(writeWords.hours, { n })}
            </Tap>
          ))}
        </View>
      ) : null}
      <View className='row wrap'>
        <Chosen
          mode='date'
          label={say(writeWords.day, { label })}
          empty={say(writeWords.chooseDay)}
          value={day}
          onChange={(next) => choose(next, time)}
        />
        <Chosen
          mode='time'
          label={say(writeWords.clock, { label })}
          empty={say(writeWords.chooseClock)}
          value={time}
          onChange={(next) => choose(day, next)}
        />
        {value && empty === 'left-out' ? (
          <Tap look='line' onTap={() => choose('', '')}>
            {say(writeWords.clear)}
          </Tap>
        ) : null}
      </View>
      {value ? <View className='quiet small'>{momentText(value, lang)}</View> : null}
    </View>
  )
}

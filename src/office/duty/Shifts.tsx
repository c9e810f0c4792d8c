import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { confirm } from '@/client/device'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Failure, Output } from '@/contract'
import { duty, type ShiftView } from '@/contract/duty'
import { dutyWords } from '@/ui/dutyWords'
import { Loading } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { Trouble, Unsent } from '@/ui/Trouble'
import { Turn } from '@/ui/Turn'
import { dayText, momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'
import { OneShift, type Wanted } from './OneShift'
import { daysAfter, noonOf, spansText } from './spans'

type Given = Output<'duty.shifts'>

/** Seven days of who sits at the desk, and when nobody does. */
export function Shifts() {
  const [from, setFrom] = useState<string>()
  const [wanted, setWanted] = useState<Wanted>()
  const { asked, again } = useAsk(duty, 'duty.shifts', from ? { from } : {}, 'desk')
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Trouble error={asked.error} again={() => void again()} />
  const { days, people } = asked.data
  const done = () => {
    setWanted(undefined)
    void again()
  }
  if (wanted) return <OneShift wanted={wanted} people={people} done={done} back={() => setWanted(undefined)} />
  const first = days[0]?.day ?? ''
  return (
    <View>
      <Unsent error={asked.stale} />
      <Coming given={asked.data} />
      <View className='duty-days'>
        {days.map((day) => (
          <DayCard key={day.day} day={day} edits={asked.data.edits} write={setWanted} again={again} />
        ))}
      </View>
      <Turn before={() => setFrom(daysAfter(first, -7))} after={() => setFrom(daysAfter(first, 7))} />
    </View>
  )
}

/** Who sits there now, and who comes next. */
export function Coming({ given: { now, next } }: { given: Pick<Given, 'now' | 'next'> }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const names = (all: string[]) => all.join(say(words.and))
  return (
    <View className='card stack'>
      <View className='strong'>
        {now ? say(dutyWords.now, { names: names(now.names), t: momentText(now.to, lang) }) : say(dutyWords.nobodyNow)}
      </View>
      <View className='quiet'>
        {next
          ? say(dutyWords.next, { names: names(next.names), t: momentText(next.from, lang) })
          : say(dutyWords.noNext)}
      </View>
    </View>
  )
}

type CardProps = {
  day: Given['days'][number]
  edits: boolean
  write: (wanted: Wanted) => void
  again: () => Promise<void>
}

function DayCard({ day: { day, workday, hours, shifts, gaps }, edits, write, again }: CardProps) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const [error, setError] = useState<Failure>()
  const name = dayText(noonOf(day), lang)
  const drop = async ({ id, from, to }: ShiftView) => {
    const sure = await confirm({
      title: say(dutyWords.dropNamed, { day: name, from, to }),
      content: say(dutyWords.dropAsk),
      yes: say(dutyWords.drop),
      no: say(words.cancel),
    })
    if (!sure) return
    const reply = await call(duty, 'duty.dropShift', { id }, 'desk')
    setError(reply.ok ? undefined : reply.error)
    if (reply.ok) await again()
  }
  return (
    <View className='card stack'>
      <View className='row wrap'>
        <Text className='heading'>{name}</Text>
        <Text className='tag still'>{say(workday ? dutyWords.workday : dutyWords.restday)}</Text>
        <Text className='quiet small number'>
          {hours.length ? say(dutyWords.open, { spans: spansText(hours) }) : say(dutyWords.closed)}
        </Text>
      </View>
      {shifts.map((shift) => (
        <View key={shift.id} className='row wrap duty-shift'>
          <Text className='strong number'>{`${shift.from}–${shift.to}`}</Text>
          <View className='grow duty-names'>
            {shift.officials.map((one) => one.name).join(say(words.and)) || say(dutyWords.left)}
          </View>
          {edits ? (
            <View className='row'>
              <Tap
                look='line'
                label={say(dutyWords.changeNamed, { day: name, from: shift.from, to: shift.to })}
                onTap={() => write(shift)}
              >
                {say(dutyWords.change)}
              </Tap>
              <Tap
                look='line'
                label={say(dutyWords.dropNamed, { day: name, from: shift.from, to: shift.to })}
                onTap={() => void drop(shift)}
              >
                {say(dutyWords.drop)}
              </Tap>
            </View>
          ) : null}
        </View>
      ))}
      {gaps.map((gap) => (
        <View key={gap.from} className='note warn'>
          {say(dutyWords.gap, gap)}
        </View>
      ))}
      <Unsent error={error} />
      {edits ? (
        <View className='row'>
          <Tap
            look='line'
            label={say(dutyWords.addOn, { day: name })}
            onTap={() => write({ day, ...(gaps[0] ?? hours[0] ?? { from: '', to: '' }), officials: [] })}
          >
            {say(dutyWords.add)}
          </Tap>
        </View>
      ) : null}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import type { Answer, Failure } from '@/contract'
import { duty, type HoursView } from '@/contract/duty'
import { role } from '@/ui/aria'
import { dutyWords } from '@/ui/dutyWords'
import { Loading } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { Trouble, Unsent } from '@/ui/Trouble'
import { dayText } from '@/ui/time'
import { useSay } from '@/ui/words'
import { OneDay, OneWeek } from './HoursForm'
import { noonOf, type Span, spansText } from './spans'

type Doing = 'looking' | 'week' | 'day'
/** Whether what was asked for was done. */
export type Change = (asked: Promise<Answer<HoursView>>) => Promise<boolean>

/** When the desk is open: the week that holds, those that follow, and days unlike any week. */
export function Hours() {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const [doing, setDoing] = useState<Doing>('looking')
  const [error, setError] = useState<Failure>()
  const [saved, setSaved] = useState(false)
  const { asked, again, put } = useAsk(duty, 'duty.hours', {}, 'desk')
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Trouble error={asked.error} again={() => void again()} />
  const { edits, weeks, special, today } = asked.data
  const change: Change = async (reply) => {
    const done = await reply
    setError(done.ok ? undefined : done.error)
    setSaved(done.ok)
    if (done.ok) {
      put(done.data)
      setDoing('looking')
    }
    return done.ok
  }
  const back = () => {
    setError(undefined)
    setDoing('looking')
  }
  const day = (one: string) => dayText(noonOf(one), lang)
  const start = (next: Doing) => {
    setSaved(false)
    setDoing(next)
  }
  if (doing === 'week') return <OneWeek week={weeks[0]} change={change} back={back} error={error} />
  if (doing === 'day') return <OneDay today={today} change={change} back={back} error={error} />
  return (
    <View>
      <View className='card stack'>
        <View className='quiet'>{say(dutyWords.hoursNote)}</View>
        <Unsent error={error ?? asked.stale} />
        {saved ? (
          <View className='note good' {...role('status')}>
            {say(dutyWords.saved)}
          </View>
        ) : null}
      </View>
      {weeks.map(({ from, workday, restday }, place) => (
        <View key={from ?? ''} className='card stack'>
          <View className='heading'>
            {place || !from
              ? say(place ? dutyWords.weekFrom : dutyWords.week, { day: day(from ?? '') })
              : say(dutyWords.week)}
          </View>
          <Line name={say(dutyWords.workday)} spans={workday} />
          <Line name={say(dutyWords.restday)} spans={restday} />
          {edits && place && from ? (
            <View className='row'>
              <Tap
                look='line'
                label={say(dutyWords.dropWeekNamed, { day: day(from) })}
                onTap={() => void change(call(duty, 'duty.dropWeek', { from }, 'desk'))}
              >
                {say(dutyWords.dropWeek)}
              </Tap>
            </View>
          ) : null}
        </View>
      ))}
      {edits ? <Tap onTap={() => start('week')}>{say(dutyWords.addWeek)}</Tap> : null}
      <View className='card stack duty-special'>
        <View className='heading'>{say(dutyWords.special)}</View>
        <View className='quiet small'>{say(dutyWords.specialNote)}</View>
        {special.length ? null : <View>{say(dutyWords.noSpecial)}</View>}
        {special.map((one) => (
          <View key={one.day} className='row wrap between'>
            <Line name={day(one.day)} spans={one.spans} />
            {edits ? (
              <Tap
                look='line'
                label={say(dutyWords.backNamed, { day: day(one.day) })}
                onTap={() => void change(call(duty, 'duty.setDay', { day: one.day }, 'desk'))}
              >
                {say(dutyWords.back)}
              </Tap>
            ) : null}
          </View>
        ))}
        {edits ? <Tap onTap={() => start('day')}>{say(dutyWords.addDay)}</Tap> : null}
      </View>
    </View>
  )
}

function Line({ name, spans }: { name: string; spans: Span[] }) {
  const say = useSay()
  return (
    <View className='row wrap'>
      <Text>{name}</Text>
      <Text className='strong number'>{spans.length ? spansText(spans) : say(dutyWords.closed)}</Text>
    </View>
  )
}

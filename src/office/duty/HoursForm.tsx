import { View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { call } from '@/client/call'
import type { Failure } from '@/contract'
import { duty, type HoursView } from '@/contract/duty'
import { role } from '@/ui/aria'
import { Chosen } from '@/ui/Chosen'
import { dutyWords } from '@/ui/dutyWords'
import { Field } from '@/ui/Field'
import { FormFoot } from '@/ui/FormFoot'
import { Unsent } from '@/ui/Trouble'
import type { Words } from '@/ui/word'
import { useSay } from '@/ui/words'
import type { Change } from './Hours'
import { readSpans, spansText } from './spans'

type Shared = { change: Change; back: () => void; error: Failure | undefined }

/** Another week from a day on. It starts from the one that holds. */
export function OneWeek({ week, change, back, error }: Shared & { week: HoursView['weeks'][number] | undefined }) {
  const say = useSay()
  const [from, setFrom] = useState('')
  const [workday, setWorkday] = useState(spansText(week?.workday ?? []))
  const [restday, setRestday] = useState(spansText(week?.restday ?? []))
  const [wrong, setWrong] = useState<Words>()
  const save = async () => {
    const [onWorkdays, onRestdays] = [readSpans(workday), readSpans(restday)]
    setWrong(from ? (onWorkdays && onRestdays ? undefined : dutyWords.spansWrong) : dutyWords.dayMissing)
    if (!from || !onWorkdays || !onRestdays) return
    await change(call(duty, 'duty.setWeek', { from, workday: onWorkdays, restday: onRestdays }, 'desk'))
  }
  return (
    <Form title={dutyWords.addWeek} wrong={wrong} error={error} save={save} back={back}>
      <View className='strong'>{say(dutyWords.weekStart)}</View>
      <DayField value={from} onDay={setFrom} />
      <Field label={say(dutyWords.onWorkdays)} hint={say(dutyWords.spansHint)} value={workday} onInput={setWorkday} />
      <Field label={say(dutyWords.onRestdays)} hint={say(dutyWords.spansHint)} value={restday} onInput={setRestday} />
    </Form>
  )
}

/** Other hours on one day. */
export function OneDay({ today, change, back, error }: Shared & { today: string }) {
  const say = useSay()
  const [day, setDay] = useState(today)
  const [spans, setSpans] = useState('')
  const [wrong, setWrong] = useState<Words>()
  const save = async () => {
    const read = readSpans(spans)
    setWrong(day ? (read ? undefined : dutyWords.spansWrong) : dutyWords.dayMissing)
    if (!day || !read) return
    await change(call(duty, 'duty.setDay', { day, spans: read }, 'desk'))
  }
  return (
    <Form title={dutyWords.addDay} wrong={wrong} error={error} save={save} back={back}>
      <View className='quiet small'>{say(dutyWords.specialNote)}</View>
      <DayField value={day} onDay={setDay} />
      <Field label={say(dutyWords.daySpans)} hint={say(dutyWords.spansHint)} value={spans} onInput={setSpans} />
    </Form>
  )
}

function DayField({ value, onDay }: { value: string; onDay: (day: string) => void }) {
  const say = useSay()
  return (
    <View className='row'>
      <Chosen mode='date' label={say(dutyWords.day)} empty={say(dutyWords.chooseDay)} value={value} onChange={onDay} />
    </View>
  )
}

type FormProps = PropsWithChildren<{
  title: Words
  wrong: Words | undefined
  error: Failure | undefined
  save: () => Promise<void>
  back: () => void
}>

function Form({ title, wrong, error, save, back, children }: FormProps) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    await save()
    setBusy(false)
  }
  return (
    <View className='card stack'>
      <View className='heading'>{say(title)}</View>
      {children}
      {wrong ? (
        <View className='note bad' {...role('alert')}>
          {say(wrong)}
        </View>
      ) : null}
      <Unsent error={wrong ? undefined : error} />
      <FormFoot save={dutyWords.save} busy={busy} onSave={() => void go()} back={back} />
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/client/call'
import { routes } from '@/client/deskRoutes'
import { stopPulling } from '@/client/device'
import { useSettings } from '@/client/settings'
import { useAsk } from '@/client/useAsk'
import { useKnown } from '@/client/useKnown'
import { type ReminderView, reminders } from '@/contract/reminders'
import { DeskScreen } from '@/ui/DeskScreen'
import { officeWords } from '@/ui/officeWords'
import { reminderWords } from '@/ui/reminderWords'
import { Empty, Loading } from '@/ui/States'
import { StatusTag } from '@/ui/StatusTag'
import { Tap } from '@/ui/Tap'
import { Stale, Trouble } from '@/ui/Trouble'
import { TrailTurn } from '@/ui/Turn'
import { dayText, momentText } from '@/ui/time'
import { useSay } from '@/ui/words'
import './index.css'

/** What the clock reminds this official of, the newest first. */
export default function Reminders() {
  const say = useSay()
  const [trail, setTrail] = useState<string[]>([])
  const after = trail[trail.length - 1]
  const { asked, again } = useAsk(reminders, 'reminders.list', after ? { after } : {}, 'desk')
  const known = useKnown(asked)
  usePullDownRefresh(() => void again().finally(stopPulling))
  if (!known) {
    return (
      <DeskScreen title={officeWords.reminders}>
        {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : <Loading />}
      </DeskScreen>
    )
  }
  const open = (no: string) => {
    // Coming back, the list is asked for anew.
    void call(reminders, 'reminders.see', { no }, 'desk')
    routes.deskTicket(no)
  }
  const seeAll = async () => {
    await call(reminders, 'reminders.see', {}, 'desk')
    await again()
  }
  return (
    <DeskScreen title={officeWords.reminders}>
      <Stale asked={asked} />
      {known.unseen ? (
        <View className='card row wrap between'>
          <View className='strong'>{say(reminderWords.unseen, { n: known.unseen })}</View>
          <Tap look='line' onTap={() => void seeAll()}>
            {say(reminderWords.allSeen)}
          </Tap>
        </View>
      ) : null}
      {known.items.length ? null : (
        <Empty title={say(reminderWords.none)}>
          <View className='quiet'>{say(reminderWords.noneNote)}</View>
        </Empty>
      )}
      {known.items.map((reminder) => (
        <Line key={`${reminder.no}/${reminder.at}/${reminder.rung}`} reminder={reminder} open={open} />
      ))}
      <TrailTurn trail={trail} next={known.next} go={setTrail} />
    </DeskScreen>
  )
}

const TONES: Record<ReminderView['rung'], string> = {
  alarm: 'warn',
  'no-reply': 'bad',
  ahead: 'warn',
  foretell: 'warn',
  late: 'bad',
}

function Line({ reminder, open }: { reminder: ReminderView; open: (no: string) => void }) {
  const { no, rung, days = 0, at, dueAt, unseen, category, text, status, unit, handler } = reminder
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const what = say(reminderWords.rungs[rung], { n: days })
  const isMinutes = rung === 'alarm' || rung === 'no-reply'
  const due = dueAt === 'beyond' ? '' : isMinutes ? momentText(dueAt, lang) : dayText(dueAt, lang)
  return (
    <Tap look='bare' role='link' className={`card stack reminder${unseen ? ' unseen' : ''}`} onTap={() => open(no)}>
      <View className='row wrap'>
        <Text className={`tag ${TONES[rung]}`}>{what}</Text>
        {unseen ? <Text className='tag'>{say(reminderWords.fresh)}</Text> : null}
        <StatusTag status={status} others />
      </View>
      <View>{[say(category), text].filter(Boolean).join('：')}</View>
      <View className='quiet small'>
        {[say(unit), handler ?? say(reminderWords.nobody), due && say(reminderWords.due, { t: due })]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className='row between quiet small'>
        <Text className='number'>{no}</Text>
        <Text>{momentText(at, lang)}</Text>
      </View>
    </Tap>
  )
}

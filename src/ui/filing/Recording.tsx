import { View } from '@tarojs/components'
import type { Taken } from '@/client/drafts/drafts'
import { openPermissions, openRecorder, opensPermissions, type Recorder } from '@/client/recorder'
import { MAX_VOICE } from '@/contract/uploads'
import { role } from '../aria'
import { mediaWords } from '../mediaWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import './Recording.css'
import { useFinger } from './useFinger'
import { type Note, useRecording } from './useRecording'

type Props = { onTaken: (taken: Taken) => void }

/** From here on the seconds that are left are shown and spoken. */
const COUNTDOWN = 10

/** Hold to talk, or tap to begin and to end. Where nothing can be recorded it is not there. */
export function Recording({ onTaken }: Props) {
  const recorder = openRecorder()
  return recorder ? <Button recorder={recorder} onTaken={onTaken} /> : null
}

function Button({ recorder, onTaken }: Props & { recorder: Recorder }) {
  const say = useSay()
  const { press, seconds, note, touch } = useRecording(recorder, onTaken)
  const finger = useFinger(touch)
  const { record } = mediaWords
  const isAway = press.at === 'held' && press.away
  const isRecording = seconds !== undefined
  const held = say(press.at === 'running' ? record.tapAgain : record.release, { n: seconds ?? 0 })
  return (
    <View className='stack'>
      <View
        className={`tap record${isRecording ? ' recording' : ' line'}${isAway ? ' away' : ''}`}
        hoverClass='pressed'
        {...role('button')}
        aria-label={isRecording ? held : say(record.label)}
        {...(process.env.TARO_ENV === 'h5' && { tabIndex: 0 })}
        {...finger}
      >
        {isAway ? say(record.cancel) : isRecording ? held : say(record.hold)}
      </View>
      <View className='record-note small' aria-live='assertive'>
        {isRecording ? <Running seconds={seconds} isHeld={press.at === 'held'} /> : <Still note={note} />}
      </View>
      {note === 'refused' && opensPermissions ? (
        <Tap look='line' onTap={() => void openPermissions()}>
          {say(record.settings)}
        </Tap>
      ) : null}
    </View>
  )
}

function Running({ seconds, isHeld }: { seconds: number; isHeld: boolean }) {
  const say = useSay()
  const left = MAX_VOICE - seconds
  if (left <= COUNTDOWN)
    return <View className='record-left'>{say(mediaWords.record.left, { n: Math.max(left, 0) })}</View>
  return <View className='quiet'>{say(isHeld ? mediaWords.record.away : mediaWords.record.running)}</View>
}

function Still({ note }: { note: Note | undefined }) {
  const say = useSay()
  const { record } = mediaWords
  if (!note) return <View className='quiet'>{say(record.hint)}</View>
  if (note === 'kept' || note === 'dropped') return <View className='quiet'>{say(record[note])}</View>
  return (
    <View className='note warn'>{say(note === 'refused' ? record.refused[process.env.TARO_ENV] : record[note])}</View>
  )
}

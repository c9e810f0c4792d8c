import { View } from '@tarojs/components'
import type { Taken } from '@/client/drafts/drafts'
import { openPermissions, openRecorder, opensPermissions, type Recorder } from '@/client/recorder'
import { MAX_VOICE } from '@/contract/uploads'
import { role } from '../aria'
import { mediaWords } from '../mediaWords'
import { Picture } from '../Picture'
import { Tap } from '../Tap'
import { useSay } from '../words'
import './Recording.css'
import { useFinger } from './useFinger'
import { type Note, useRecording } from './useRecording'

/** `icon`: it is a tile in a row of others, and says no more than it must. */
type Props = { onTaken: (taken: Taken) => void; icon?: string }

/** From here on the seconds that are left are shown and spoken. */
const COUNTDOWN = 10

/** Hold to talk, or tap to begin and to end. Where nothing can be recorded it is not there. */
export function Recording(props: Props) {
  const recorder = openRecorder()
  return recorder ? <Button recorder={recorder} {...props} /> : null
}

function Button({ recorder, onTaken, icon }: Props & { recorder: Recorder }) {
  const say = useSay()
  const { press, seconds, note, touch } = useRecording(recorder, onTaken)
  const finger = useFinger(touch)
  const { record } = mediaWords
  const isAway = press.at === 'held' && press.away
  const isRecording = seconds !== undefined
  const held = say(press.at === 'running' ? record.tapAgain : record.release, { n: seconds ?? 0 })
  return (
    <View className={icon ? 'media-part' : 'stack'}>
      <View
        className={`${icon ? 'media-tile' : 'tap'} record${isRecording ? ' recording' : ' line'}${isAway ? ' away' : ''}`}
        hoverClass='pressed'
        {...role('button')}
        aria-label={isRecording ? held : say(record.label)}
        {...(process.env.TARO_ENV === 'h5' && { tabIndex: 0 })}
        {...finger}
      >
        {icon ? (
          <View className='media-icon'>
            <Picture className='icon' src={icon} />
          </View>
        ) : null}
        <View className={icon ? 'small' : ''}>
          {isAway ? say(record.cancel) : isRecording ? held : say(record.hold)}
        </View>
      </View>
      <View className='record-note small media-told' aria-live='assertive'>
        {isRecording ? (
          <Running seconds={seconds} isHeld={press.at === 'held'} />
        ) : (
          <Still note={note} brief={!!icon} />
        )}
      </View>
      {note === 'refused' && opensPermissions ? (
        <Tap look='line' className='media-told' onTap={() => void openPermissions()}>
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

function Still({ note, brief }: { note: Note | undefined; brief: boolean }) {
  const say = useSay()
  const { record } = mediaWords
  if (!note) return brief ? null : <View className='quiet'>{say(record.hint)}</View>
  if (note === 'kept' || note === 'dropped') return <View className='quiet'>{say(record[note])}</View>
  return (
    <View className='note warn'>{say(note === 'refused' ? record.refused[process.env.TARO_ENV] : record[note])}</View>
  )
}

import { View } from '@tarojs/components'
import type { ClipUpload, ClipUploads } from '@/client/useClips'
import { MAX_CLIPS } from '@/contract/shapes'
import { role } from '../aria'
import { Clip } from '../Clips'
import { mediaWords } from '../mediaWords'
import { Tap } from '../Tap'
import { useSay, words } from '../words'
import { Film } from './Film'
import { Recording } from './Recording'

/** Voice notes and a film being recorded and sent, each with its own state; to be heard before they are sent. */
export function ClipPicker({ clips }: { clips: ClipUploads }) {
  const { uploads, add } = clips
  const isFull = uploads.length >= MAX_CLIPS
  const hasFilm = uploads.some(({ kind }) => kind === 'video')
  return (
    <View className='stack'>
      {uploads.map((upload) => (
        <Picked key={upload.key} upload={upload} clips={clips} />
      ))}
      {isFull ? null : <Recording onTaken={add} />}
      {isFull || hasFilm ? null : <Film onTaken={add} />}
    </View>
  )
}

function Picked({ upload, clips }: { upload: ClipUpload; clips: ClipUploads }) {
  const say = useSay()
  const { key, kind, path, seconds, state, progress, message = '', retry } = upload
  const { again, remove, sending, sent, failedToSend, voice, film } = mediaWords.clip
  const name = kind === 'voice' ? say(voice, { n: seconds ?? 0 }) : say(film)
  const told = {
    sending: say(sending, { n: progress }),
    sent: say(sent),
    failed: say(words.named, { name: say(failedToSend), text: message }),
  }
  return (
    <View className='stack'>
      <View className='row wrap'>
        <Clip kind={kind} src={path} seconds={seconds} />
        <View className='grow small quiet' {...(state === 'failed' && role('alert'))}>
          {told[state]}
        </View>
        <Tap look='line' label={`${say(remove)} ${name}`} onTap={() => clips.remove(key)}>
          ✕
        </Tap>
      </View>
      {state === 'failed' && retry ? (
        <Tap look='line' onTap={() => clips.retry(key)}>
          {say(again)}
        </Tap>
      ) : null}
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { openVideo } from '@/client/open'
import { addressOf } from '@/client/server'
import { useSound } from '@/client/sound'
import type { ClipView } from '@/contract/shapes'
import { role } from './aria'
import './Clips.css'
import { mediaWords } from './mediaWords'
import { screenedWords } from './screenedWords'
import { Tap } from './Tap'
import { useSay, words } from './words'

/** Voice notes and films to be played. In the place of one that is kept from the reader it says so. */
export function Clips({ clips }: { clips: ClipView[] }) {
  const say = useSay()
  if (!clips.length) return null
  return (
    <View className='stack clips'>
      {clips.map(({ id, kind, url, seconds, screened }) =>
        url || !screened ? (
          <View key={id} className='stack'>
            <Clip kind={kind} src={url} seconds={seconds} />
            {screened ? <View className='quiet small'>{say(screenedWords.photo[screened.state])}</View> : null}
          </View>
        ) : (
          <View key={id} className='said quiet small'>
            {say(words.screened.instead[screened.state])}
          </View>
        ),
      )}
    </View>
  )
}

type Props = { src: string; seconds?: number | undefined }

/** One of them, on the server or still on the phone. */
export const Clip = ({ kind, ...props }: Props & { kind: ClipView['kind'] }) =>
  kind === 'voice' ? <VoiceNote {...props} /> : <Film {...props} />

function VoiceNote({ src, seconds = 0 }: Props) {
  const say = useSay()
  const { state, toggle } = useSound(src)
  const { play, stop, failed } = mediaWords.clip
  const isPlaying = state === 'playing'
  return (
    <View className='stack'>
      <Tap look='line' className='clip' onTap={toggle}>
        {`${isPlaying ? '■' : '▶'} ${isPlaying ? say(stop) : say(play, { n: seconds })}`}
      </Tap>
      {state === 'failed' ? (
        <View className='note warn small' {...role('alert')}>
          {say(failed)}
        </View>
      ) : null}
    </View>
  )
}

/** Nothing of it is fetched before it is tapped. */
function Film({ src, seconds }: Props) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const { watch, watchUnmeasured, film, filmFailed } = mediaWords.clip
  const name = seconds ? say(watch, { n: seconds }) : say(watchUnmeasured)
  const watchIt = async () => {
    if (process.env.TARO_ENV === 'h5') return setOpen(true)
    return setFailed((await openVideo(addressOf(src))) === 'failed')
  }
  return (
    <View className='stack'>
      {process.env.TARO_ENV === 'h5' && isOpen ? (
        // biome-ignore lint/a11y/useMediaCaption: what a citizen films has no captions
        <video
          className='clip-film'
          src={addressOf(src)}
          controls
          autoPlay
          playsInline
          aria-label={say(film)}
          onError={() => setFailed(true)}
        />
      ) : (
        <Tap look='line' className='clip' onTap={() => void watchIt()}>
          {`▶ ${name}`}
        </Tap>
      )}
      {failed ? (
        <View className='note warn small' {...role('alert')}>
          {say(filmFailed)}
        </View>
      ) : null}
    </View>
  )
}

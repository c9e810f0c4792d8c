import { View } from '@tarojs/components'
import { memo } from 'react'
import film from '@/assets/icon/film.svg'
import mic from '@/assets/icon/mic.svg'
import type { Media } from '@/client/drafts/draft'
import type { Taken } from '@/client/drafts/drafts'
import type { Drafting } from '@/client/drafts/useDrafts'
import { MAX_CLIPS } from '@/contract/shapes'
import { Clip } from '@/ui/Clips'
import { Film } from '@/ui/filing/Film'
import { Recording } from '@/ui/filing/Recording'
import { photoWords } from '@/ui/photoWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { isSameMedia } from './isSameMedia'
import { useMediaWords } from './useMediaWords'

type Props = { media: Media[]; add: (taken: Taken[]) => void; remove: (key: string) => void } & Pick<
  Drafting,
  'pathOf' | 'progress'
>

/** The draft's voice notes and film: spoken instead of written, heard before it is sent. */
export const Recordings = memo(({ media, add, remove, pathOf, progress }: Props) => {
  const say = useSay()
  const { nameIn, stateOf } = useMediaWords()
  const clips = media.filter(({ kind }) => kind !== 'photo')
  const isFull = clips.length >= MAX_CLIPS
  const hasFilm = clips.some(({ kind }) => kind === 'video')
  const take = (taken: Taken) => add([taken])
  return (
    <View className='media-part'>
      {clips.map((clip) => (
        <View key={clip.key} className='row wrap media-kept'>
          <Playable clip={clip} src={pathOf(clip.key)} name={nameIn(media, clip)} />
          <View className='grow quiet small'>{stateOf(clip, progress[clip.key])}</View>
          <Tap look='line' label={`${say(photoWords.remove)} ${nameIn(media, clip)}`} onTap={() => remove(clip.key)}>
            ✕
          </Tap>
        </View>
      ))}
      {isFull ? null : <Recording onTaken={take} icon={mic} />}
      {isFull || hasFilm ? null : <Film onTaken={take} icon={film} />}
    </View>
  )
}, isSameMedia)

/** Heard or seen from where it lies on the phone, once that is known. */
function Playable({ clip, src, name }: { clip: Media; src: string | undefined; name: string }) {
  if (!src || clip.kind === 'photo') return <View>{name}</View>
  return <Clip kind={clip.kind} src={src} seconds={clip.seconds} />
}

import { View } from '@tarojs/components'
import { memo, useState } from 'react'
import { choosePhotos } from '@/client/device'
import type { Media } from '@/client/drafts/draft'
import type { Taken } from '@/client/drafts/drafts'
import type { Drafting } from '@/client/drafts/useDrafts'
import type { WhyNot } from '@/client/whyNot'
import { PHONE_REFUSALS } from '@/contract/phoneRefusals'
import { MAX_PHOTOS } from '@/contract/shapes'
import { MAX_PHOTO_BYTES } from '@/contract/uploads'
import { role } from '@/ui/aria'
import { iconOf } from '@/ui/icons'
import { mediaWords } from '@/ui/mediaWords'
import { NotGiven } from '@/ui/NotGiven'
import '@/ui/Photos.css'
import { Picture } from '@/ui/Picture'
import { photoWords } from '@/ui/photoWords'
import { reportWords } from '@/ui/reportWords'
import { Tap } from '@/ui/Tap'
import { useSay, type Words } from '@/ui/words'
import { isSameMedia } from './isSameMedia'
import { useMediaWords } from './useMediaWords'

type Props = { media: Media[]; add: (taken: Taken[]) => void; remove: (key: string) => void } & Pick<
  Drafting,
  'pathOf' | 'progress'
>

/** The draft's photos: each is on the phone first, and on its way by itself. What could not be kept or sent says why. */
export const Photos = memo(({ media, add, remove, pathOf, progress }: Props) => {
  const say = useSay()
  const [trouble, setTrouble] = useState<Words>()
  const [none, setNone] = useState<WhyNot>()
  const photos = media.filter(({ kind }) => kind === 'photo')
  const pick = async () => {
    const room = MAX_PHOTOS - photos.length
    if (room <= 0) return
    const chosen = await choosePhotos(room)
    setNone(chosen.ok ? undefined : chosen.why)
    if (!chosen.ok) return
    const fitting = chosen.value.slice(0, room)
    const small = fitting.filter(({ bytes }) => bytes <= MAX_PHOTO_BYTES)
    setTrouble(small.length < fitting.length ? PHONE_REFUSALS['photo-large'] : undefined)
    add(small.map(({ path, bytes }) => ({ from: path, kind: 'photo' as const, bytes })))
  }
  return (
    <View className='media-part'>
      <View className='row wrap media-head' id='photos'>
        <View className='heading'>{say(reportWords.media)}</View>
        <View className='quiet small'>{say(reportWords.mediaHint)}</View>
      </View>
      <View className={photos.length ? 'photos media-kept' : 'report-hidden'}>
        {photos.map((photo, index) => (
          <OnePhoto
            key={photo.key}
            photo={photo}
            number={index + 1}
            path={pathOf(photo.key) ?? ''}
            percent={progress[photo.key]}
            remove={remove}
          />
        ))}
      </View>
      {photos.length < MAX_PHOTOS ? (
        <Tap look='bare' className='media-tile photo-add' label={say(photoWords.add)} onTap={() => void pick()}>
          <View className='media-icon'>
            <Picture className='icon' src={iconOf('camera')} />
          </View>
          <View className='small'>{say(photoWords.add)}</View>
        </Tap>
      ) : null}
      <View className='media-told'>
        {trouble ? (
          <View className='note bad' {...role('alert')}>
            {say(trouble)}
          </View>
        ) : null}
        <NotGiven what='photos' why={none} />
        <Refused media={media} remove={remove} />
      </View>
    </View>
  )
}, isSameMedia)

type OneProps = {
  photo: Media
  number: number
  path: string
  percent: number | undefined
  remove: (key: string) => void
}

function OnePhoto({ photo, number, path, percent, remove }: OneProps) {
  const say = useSay()
  const { nameOf, stateOf } = useMediaWords()
  const name = nameOf('photo', number)
  return (
    <View className={`photo ${photo.state === 'refused' ? 'failed' : photo.state}`}>
      <Picture className='photo-image' fill src={path} name={name} />
      <View className='photo-state small'>{stateOf(photo, percent)}</View>
      <Tap
        look='bare'
        className='photo-remove'
        label={`${say(photoWords.remove)} ${name}`}
        onTap={() => remove(photo.key)}
      >
        ✕
      </Tap>
    </View>
  )
}

/** What cannot be sent as it is, and why; without it the rest can be. */
function Refused({ media, remove }: { media: Media[]; remove: (key: string) => void }) {
  const { nameIn, whyOf } = useMediaWords()
  const say = useSay()
  return (
    <View className='stack'>
      {media.map((one) =>
        one.state === 'refused' ? (
          <View key={one.key} className='note bad stack' {...role('alert')}>
            <View>{say(mediaWords.refused, { name: nameIn(media, one), why: whyOf(one) })}</View>
            <Tap look='line' onTap={() => remove(one.key)}>
              {`${say(photoWords.remove)} ${nameIn(media, one)}`}
            </Tap>
          </View>
        ) : null,
      )}
    </View>
  )
}

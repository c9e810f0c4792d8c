import { View } from '@tarojs/components'
import { showPictures } from '@/client/device'
import { addressOf } from '@/client/server'
import type { PhotoView } from '@/contract/shapes'
import './Photos.css'
import { Picture } from './Picture'
import { Tap } from './Tap'
import { useSay, words } from './words'

/** Pictures to look at; a tap shows them large. */
export function PhotoRow({ photos }: { photos: PhotoView[] }) {
  const say = useSay()
  if (!photos.length) return null
  const urls = photos.map(({ url }) => url)
  return (
    <View className='photos'>
      {photos.map((photo, index) => (
        <Tap
          key={photo.id}
          look='bare'
          className='photo'
          label={`${say(words.photo.one, { n: index + 1 })} ${say(words.photo.show)}`}
          onTap={() => showPictures(urls, photo.url)}
        >
          <Picture className='photo-image' fill lazy src={addressOf(photo.thumb)} />
        </Tap>
      ))}
    </View>
  )
}

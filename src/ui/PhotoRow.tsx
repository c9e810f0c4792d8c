import { View } from '@tarojs/components'
import { showPictures } from '@/client/device'
import { addressOf } from '@/client/server'
import type { PhotoView } from '@/contract/shapes'
import './Photos.css'
import { Picture } from './Picture'
import { photoWords } from './photoWords'
import { screenedWords } from './screenedWords'
import { Tap } from './Tap'
import { useSay, words } from './words'

/** Pictures to look at; a tap shows them large. In the place of one that is kept from the reader it says so. */
export function PhotoRow({ photos }: { photos: PhotoView[] }) {
  const say = useSay()
  if (!photos.length) return null
  const urls = photos.flatMap(({ url }) => url || [])
  return (
    <View className='photos'>
      {photos.map(({ id, url, thumb, screened }, index) =>
        thumb || !screened ? (
          <Tap
            key={id}
            look='bare'
            className='photo'
            label={`${say(photoWords.one, { n: index + 1 })} ${say(photoWords.show)}`}
            onTap={() => showPictures(urls, url)}
          >
            <Picture className='photo-image' fill lazy src={addressOf(thumb)} />
            {screened ? <View className='photo-state small'>{say(screenedWords.photo[screened.state])}</View> : null}
          </Tap>
        ) : (
          <View key={id} className='photo photo-hidden quiet small'>
            {say(words.screened.instead[screened.state])}
          </View>
        ),
      )}
    </View>
  )
}

import { View } from '@tarojs/components'
import { addressOf } from '@/client/server'
import { MAX_PHOTOS } from '@/contract/shapes'
import { PhotoPicker } from '@/ui/PhotoPicker'
import { Picture } from '@/ui/Picture'
import { photoWords } from '@/ui/photoWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { writeWords } from '@/ui/writeWords'
import { listIn } from '../forms/read'
import { type FieldProps, Framed } from './OneField'

type Props = Pick<FieldProps, 'value' | 'put' | 'photos' | 'kept'> & { label: string; wrong: string | undefined }

/** The photos that are there already, each of which may go, and new ones. */
export function KeptPhotos({ value, put, photos, kept, label, wrong }: Props) {
  const say = useSay()
  const ids = listIn(value)
  const there = kept.filter(({ id }) => ids.includes(id))
  return (
    <Framed label={label} wrong={wrong}>
      <View className='stack'>
        {there.length ? (
          <View className='photos'>
            {there.map(({ id, thumb }, index) => (
              <View key={id} className='photo'>
                <Picture
                  className='photo-image'
                  fill
                  src={addressOf(thumb)}
                  name={say(photoWords.one, { n: index + 1 })}
                />
                <Tap
                  look='bare'
                  className='photo-remove'
                  label={say(writeWords.keptPhoto, { n: index + 1 })}
                  onTap={() => put(ids.filter((one) => one !== id))}
                >
                  ✕
                </Tap>
              </View>
            ))}
          </View>
        ) : null}
        <PhotoPicker photos={photos} most={MAX_PHOTOS - ids.length} label={say(writeWords.photo)} />
      </View>
    </Framed>
  )
}

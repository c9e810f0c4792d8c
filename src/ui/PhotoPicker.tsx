import { View } from '@tarojs/components'
import type { Photos, Upload } from '@/client/usePhotos'
import { iconOf } from './icons'
import './Photos.css'
import { role } from './aria'
import { NotGiven } from './NotGiven'
import { Picture } from './Picture'
import { photoWords } from './photoWords'
import { Tap } from './Tap'
import { useSay, words } from './words'

/** Photos being chosen and sent, each with its own state; one that failed says why and can be tried again by itself. */
export function PhotoPicker({ photos, most, label }: { photos: Photos; most: number; label: string }) {
  const say = useSay()
  const failed = photos.uploads.filter(({ state }) => state === 'failed')
  return (
    <View className='stack'>
      <View className='photos'>
        {photos.uploads.map((upload, index) => (
          <Picked key={upload.key} upload={upload} number={index + 1} photos={photos} />
        ))}
        {photos.uploads.length < most ? (
          <Tap look='bare' className='photo photo-add' label={label} onTap={() => void photos.pick()}>
            <View className='photo-plus'>
              <Picture className='icon' src={iconOf('camera')} />
            </View>
            <View className='small'>{label}</View>
          </Tap>
        ) : null}
      </View>
      <NotGiven what='photos' why={photos.none} />
      {failed.map((upload) => (
        <View key={upload.key} className='note bad stack' {...role('alert')}>
          <View>
            {say(words.named, {
              name: `${say(photoWords.one, { n: photos.uploads.indexOf(upload) + 1 })}${say(photoWords.failed)}`,
              text: upload.message ?? '',
            })}
          </View>
          {upload.retry ? (
            <Tap look='line' onTap={() => photos.retry(upload.key)}>
              {say(photoWords.retry)}
            </Tap>
          ) : null}
        </View>
      ))}
    </View>
  )
}

function Picked({ upload, number, photos }: { upload: Upload; number: number; photos: Photos }) {
  const say = useSay()
  const state = {
    sending: say(photoWords.sending, { n: upload.progress }),
    sent: say(photoWords.sent),
    failed: say(photoWords.failed),
  }[upload.state]
  const name = say(photoWords.one, { n: number })
  return (
    <View className={`photo ${upload.state}`}>
      <Picture className='photo-image' fill src={upload.path} name={name} />
      <View className='photo-state small'>{state}</View>
      <Tap
        look='bare'
        className='photo-remove'
        label={`${say(photoWords.remove)} ${name}`}
        onTap={() => photos.remove(upload.key)}
      >
        ✕
      </Tap>
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Taken } from '@/client/drafts/drafts'
import { chooseFilm } from '@/client/film'
import type { Failure } from '@/contract'
import { mediaWords } from '../mediaWords'
import { Picture } from '../Picture'
import { Wrong } from '../States'
import { Tap } from '../Tap'
import { useSay } from '../words'

/** `icon`: it is a tile in a row of others. */
type Props = { onTaken: (taken: Taken) => void; icon?: string }

/** One short film, from the camera or the album. What is too long or too large is refused before it is kept. */
export function Film({ onTaken, icon }: Props) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Failure>()
  const choose = async () => {
    setBusy(true)
    setWrong(undefined)
    const film = await chooseFilm()
    setBusy(false)
    if (film?.ok) onTaken(film.taken)
    if (film && !film.ok) setWrong(film.error)
  }
  const { add, hint } = mediaWords.film
  if (icon)
    return (
      <View className='media-part'>
        <Tap look='bare' className='media-tile' label={say(add)} off={busy} onTap={() => void choose()}>
          <View className='media-icon'>
            <Picture className='icon' src={icon} />
          </View>
          <View className='small'>{say(add)}</View>
        </Tap>
        <View className='media-told'>
          <Wrong error={wrong} />
        </View>
      </View>
    )
  return (
    <View className='stack'>
      <Tap look='line' off={busy} onTap={() => void choose()}>
        {say(add)}
      </Tap>
      <View className='quiet small'>{say(hint)}</View>
      <Wrong error={wrong} />
    </View>
  )
}

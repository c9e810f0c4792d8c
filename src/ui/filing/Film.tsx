import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Taken } from '@/client/drafts/drafts'
import { chooseFilm } from '@/client/film'
import type { Failure } from '@/contract'
import { mediaWords } from '../mediaWords'
import { Wrong } from '../States'
import { Tap } from '../Tap'
import { useSay } from '../words'

type Props = { onTaken: (taken: Taken) => void }

/** One short film, from the camera or the album. What is too long or too large is refused before it is kept. */
export function Film({ onTaken }: Props) {
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

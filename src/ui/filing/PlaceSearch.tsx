import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Form } from '@/client/drafts/draft'
import { MAP_SYSTEM } from '@/client/place'
import type { Output } from '@/contract'
import { filing, type PlaceLine } from '@/contract/filing'
import { Field } from '../Field'
import { placeWords } from '../placeWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import './PlaceMap.css'
import { useChosen } from './useChosen'

export type Where = Form['place']
type Props = { place: Where; onPlace: (place: Where) => void }
type Found =
  | { state: 'none' | 'busy' | 'failed' }
  | ({ state: 'found' } & Output<'places.search'>)
  | { state: 'chosen'; name: string }

/** A place by its name; a tap on one fills in where it is. Whatever becomes of the search, words are enough. */
export function PlaceSearch({ place, onPlace }: Props) {
  const say = useSay()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found>({ state: 'none' })
  const choose = useChosen(place, onPlace)
  const { search } = placeWords
  const look = async () => {
    if (!text.trim() || found.state === 'busy') return
    setFound({ state: 'busy' })
    const reply = await call(filing, 'places.search', { words: text })
    setFound(reply.ok ? { state: 'found', ...reply.data } : { state: 'failed' })
  }
  const take = ({ name, address, point, map }: PlaceLine) => {
    choose({
      address: addressOf(name, address),
      point: { ...(MAP_SYSTEM === 'gcj02' ? map : point), system: MAP_SYSTEM },
    })
    setText('')
    setFound({ state: 'chosen', name })
  }
  return (
    <View className='stack'>
      <View className='row place-search'>
        <View className='grow'>
          <Field
            label={say(search.label)}
            hint={say(search.hint)}
            value={text}
            onInput={setText}
            most={60}
            onDone={() => void look()}
          />
        </View>
        <Tap look='line' off={!text.trim()} onTap={() => void look()}>
          {say(search.go)}
        </Tap>
      </View>
      <View className='quiet small' aria-live='polite'>
        {toldOf(found, say)}
      </View>
      {found.state === 'found' ? (
        <View className='stack'>
          {found.places.map((line) => (
            <Tap key={`${line.name} ${line.address}`} look='line' className='place-found' onTap={() => take(line)}>
              <View className='grow'>
                <View className='strong'>{line.name}</View>
                {line.address ? <View className='quiet small'>{line.address}</View> : null}
              </View>
            </Tap>
          ))}
          {found.places.length ? <View className='quiet small'>{say(search.from[found.from])}</View> : null}
        </View>
      ) : null}
    </View>
  )
}

/** An address that begins with the name, or the other way round, need not be said twice. */
const addressOf = (name: string, address: string): string =>
  !address || name.includes(address) ? name : address.includes(name) ? address : `${name}，${address}`

function toldOf(found: Found, say: ReturnType<typeof useSay>): string {
  const { search } = placeWords
  if (found.state === 'chosen') return say(search.chosen, { name: found.name })
  if (found.state === 'found') return say(found.places.length ? search.found : search.none, { n: found.places.length })
  return found.state === 'none' ? '' : say(search[found.state])
}

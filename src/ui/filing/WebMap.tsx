import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Pinned } from '@/client/place'
import { type WebMap as Opened, openWebMap } from '@/client/webMap'
import { role } from '../aria'
import { placeWords } from '../placeWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import type { District } from './PlaceMap'
import { useWhere } from './useWhere'

type Props = { map: District; point: Pinned | undefined; onPin: (point: Pinned) => void }
type Point = { lat: number; lng: number }

/** The map of the web: by finger, mouse or keyboard. Where it stands is said in words too. */
export function WebMap({ map, point, onPin }: Props) {
  const say = useSay()
  const where = useWhere(map.places)
  const [middle, setMiddle] = useState<Point>()
  const pin = (at: Point) => onPin({ ...at, system: 'wgs84' })
  const { box, opened, failed } = useOpened(map, pin, setMiddle)
  useEffect(() => {
    opened?.pin(point)
    if (point) opened?.look(point)
  }, [opened, point])
  if (failed) {
    return (
      <View className='note warn' {...role('alert')}>
        {say(placeWords.failed)}
      </View>
    )
  }
  const told = point
    ? say(placeWords.markedAt, { where: where(point) })
    : middle && say(placeWords.middleAt, { where: where(middle) })
  return (
    <View className='stack'>
      <View
        className='place-map'
        ref={box}
        role='application'
        aria-label={`${say(placeWords.map)}。${say(placeWords.hintWeb)}`}
      />
      {opened ? null : <View className='quiet small'>{say(placeWords.loading)}</View>}
      {map.tiles ? (
        <View className='quiet small'>{map.tiles.credit}</View>
      ) : (
        <View className='note small'>{say(placeWords.bare)}</View>
      )}
      <View className='quiet small'>{say(placeWords.hintWeb)}</View>
      <View className='row wrap'>
        <Tap look='line' onTap={() => opened?.zoom(1)}>
          {say(placeWords.nearer)}
        </Tap>
        <Tap look='line' onTap={() => opened?.zoom(-1)}>
          {say(placeWords.farther)}
        </Tap>
        <Tap look='line' onTap={() => opened && pin(opened.centre())}>
          {say(placeWords.middle)}
        </Tap>
      </View>
      <View className='small' aria-live='polite'>
        {told ?? ''}
      </View>
    </View>
  )
}

/** Opens it in the box once that is there, and closes it with the screen. */
function useOpened(map: District, pin: (at: Point) => void, moved: (middle: Point) => void) {
  const say = useSay()
  const box = useRef<unknown>(null)
  const [opened, setOpened] = useState<Opened>()
  const [failed, setFailed] = useState(false)
  const told = useRef({ pin, moved })
  told.current = { pin, moved }
  useEffect(() => {
    if (!(box.current instanceof HTMLElement)) return undefined
    let isGone = false
    let close = () => {
      isGone = true
    }
    const shown = {
      centre: map.centre,
      zoom: map.zoom,
      tiles: map.tiles?.url,
      places: map.places.map(({ name, point }) => ({ name: say(name), point })),
      onPin: (at: Point) => told.current.pin(at),
      onMove: (at: Point) => told.current.moved(at),
    }
    openWebMap(box.current, shown).then(
      (web) => {
        if (isGone) return web.close()
        close = web.close
        return setOpened(web)
      },
      () => setFailed(true),
    )
    return () => close()
  }, [map, say])
  return { box, opened, failed }
}

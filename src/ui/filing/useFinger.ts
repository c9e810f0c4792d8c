import type { ITouchEvent, ViewProps } from '@tarojs/components'
import { type RefAttributes, useEffect, useRef } from 'react'
import type { Touch } from './press'

/** Pixels from where the finger came down: so far it has clearly left the button. */
const AWAY = 80
/** Milliseconds after a touch in which a click is only the same touch again. */
const ECHO = 900

type Spot = { x: number; y: number }

/** Fingers, the mouse, the keyboard and screen readers on one element, told in one way. */
export function useFinger(tell: (touch: Touch) => void): ViewProps & RefAttributes<unknown> {
  const from = useRef<Spot>({ x: 0, y: 0 })
  const lastTouch = useRef(0)
  const told = (touch: Touch) => {
    lastTouch.current = Date.now()
    tell(touch)
  }
  const down = (spot: Spot, fingers: number) => {
    if (fingers === 1) from.current = spot
    told({ is: 'down', at: Date.now(), fingers })
  }
  const moved = ({ x, y }: Spot) =>
    told({ is: 'moved', away: Math.hypot(x - from.current.x, y - from.current.y) > AWAY })
  const up = () => told({ is: 'up', at: Date.now() })
  const lost = () => told({ is: 'lost' })
  const onClick = () => {
    if (Date.now() - lastTouch.current > ECHO) tell({ is: 'click' })
  }
  const web = usePointers({ down, moved, up, lost, key: () => tell({ is: 'click' }) })
  if (process.env.TARO_ENV === 'h5') return { ref: web, onClick }

  return {
    onClick,
    onTouchStart: (event) => down(spotIn(event), fingersIn(event).length),
    onTouchMove: (event) => moved(spotIn(event)),
    onTouchEnd: up,
    onTouchCancel: lost,
    // The page does not scroll under a finger that slides away from the button.
    catchMove: true,
  }
}

/** Taro's types know that these are touches only at some of its handlers. */
const fingersIn = (event: object): ITouchEvent['touches'] => Reflect.get(event, 'touches') ?? []
const spotIn = (event: object): Spot => {
  const [first] = fingersIn(event)
  return { x: first?.clientX ?? 0, y: first?.clientY ?? 0 }
}

type Told = {
  down: (spot: Spot, fingers: number) => void
  moved: (spot: Spot) => void
  up: () => void
  lost: () => void
  key: () => void
}

/** The web's pointers: they go on telling when the finger has left the element. */
function usePointers(tell: Told) {
  const ref = useRef<unknown>(null)
  const latest = useRef(tell)
  latest.current = tell
  useEffect(() => {
    const { current: element } = ref
    if (process.env.TARO_ENV !== 'h5' || !(element instanceof HTMLElement)) return undefined
    const fingers = new Set<number>()
    const at = ({ clientX: x, clientY: y }: PointerEvent): Spot => ({ x, y })
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return
      fingers.add(event.pointerId)
      element.setPointerCapture(event.pointerId)
      latest.current.down(at(event), fingers.size)
    }
    const moved = (event: PointerEvent) => {
      if (fingers.size === 1 && fingers.has(event.pointerId)) latest.current.moved(at(event))
    }
    const gone = (tell: 'up' | 'lost') => (event: PointerEvent) => {
      if (fingers.delete(event.pointerId)) latest.current[tell]()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      if (!event.repeat) latest.current.key()
    }
    const quiet = (event: Event) => event.preventDefault()
    const heard: [string, (event: never) => void][] = [
      ['pointerdown', down],
      ['pointermove', moved],
      ['pointerup', gone('up')],
      ['pointercancel', gone('lost')],
      ['keydown', key],
      // A long press opens no menu here.
      ['contextmenu', quiet],
    ]
    for (const [name, listen] of heard) element.addEventListener(name, listen as EventListener)
    return () => {
      for (const [name, listen] of heard) element.removeEventListener(name, listen as EventListener)
    }
  }, [])
  return ref
}

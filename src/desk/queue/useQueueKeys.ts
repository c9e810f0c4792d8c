import { type Keys, stepThrough, useKeptPlace, useKeys } from '@/client/keys'
import { useShown } from '@/client/useShown'
import type { Output } from '@/contract'
import type { Spot } from '.'

export const REFRESH = 'F'
export const MORE = 'P'

const CARDS = '.ticket-card'
const step = (by: 1 | -1) => () => stepThrough(CARDS, by, '.chosen')

type Props = {
  page: Output<'desk.queue'> | undefined
  spot: Spot
  go: (spot: Spot) => void
  showKeys: () => void
}

/** Through the list, from page to page and from queue to queue. What has a button has its key on the button. */
export function useQueueKeys({ page, spot, go, showKeys }: Props): void {
  const { queue, trail } = spot
  const keys: Keys = {
    J: step(1),
    K: step(-1),
    ArrowDown: step(1),
    ArrowUp: step(-1),
    '?': showKeys,
    ...(page?.next && { ']': () => go({ queue, trail: [...trail, page.next ?? ''] }) }),
    ...(trail.length && { '[': () => go({ queue, trail: trail.slice(0, -1) }) }),
  }
  page?.queues.slice(0, 9).forEach(({ name }, order) => {
    keys[String(order + 1)] = () => go({ queue: name, trail: [] })
  })
  useKeys(keys, useShown())
  useKeptPlace(CARDS, page)
}

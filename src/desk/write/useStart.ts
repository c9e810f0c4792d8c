/** What a form needs before anything can be written in it: asked once, so that nothing changes under the hand. */
import { useCallback, useEffect, useState } from 'react'
import { call } from '@/client/call'
import type { Failure } from '@/contract'
import type { Content } from '@/contract/content'
import { desk } from '@/contract/desk'
import { home } from '@/contract/home'
import { publishing, type ReleaseView } from '@/contract/publishing'
import { FORMS } from '../forms'
import { daysLater } from '../forms/beijing'
import { valuesOf } from '../forms/content'
import type { Values } from '../forms/field'

export type Channels = { id: string; name: { zh: string; en: string } }[]
export type Start = {
  values: Values
  channels: Channels
  reviewBy: string
  /** The one that is changed. */
  release?: ReleaseView
  fromTicket: boolean
}
type Started = { state: 'loading' } | { state: 'failed'; error: Failure } | { state: 'ready'; start: Start }
type Question = { kind: Content['kind']; id: string; ticket: string }

export function useStart({ kind, id, ticket }: Question): { started: Started; again: () => void } {
  const [started, setStarted] = useState<Started>({ state: 'loading' })
  const again = useCallback(() => void startOf({ kind, id, ticket }).then(setStarted), [kind, id, ticket])
  useEffect(again, [again])
  return { started, again }
}

async function startOf({ kind, id, ticket }: Question): Promise<Started> {
  const [lists, release, place, shown] = await Promise.all([
    call(publishing, 'releases.list', { list: 'mine' }, 'desk'),
    id ? call(publishing, 'releases.open', { id }, 'desk') : null,
    ticket ? call(desk, 'desk.open', { no: ticket }, 'desk') : null,
    // A menu is never begun from nothing: what people have now is what is changed.
    kind === 'menu' && !id ? call(home, 'home.open', {}, 'desk') : null,
  ])
  if (!lists.ok) return { state: 'failed', error: lists.error }
  if (release && !release.ok) return { state: 'failed', error: release.error }
  if (place && !place.ok) return { state: 'failed', error: place.error }
  if (shown && !shown.ok) return { state: 'failed', error: shown.error }
  const now = Date.now()
  const { reviewDays, start } = FORMS[kind]
  const fresh = {
    ...start({ now, unit: lists.data.me.unit.name }),
    ...(place && placeOf(place.data.ticket.place)),
    ...(shown && { entries: shown.data.menu }),
  }
  return {
    state: 'ready',
    start: {
      values: release ? valuesOf(release.data.content) : fresh,
      channels: lists.data.channels,
      reviewBy: release?.data.reviewBy ?? (reviewDays ? daysLater(now, reviewDays) : ''),
      fromTicket: place !== null,
      ...(release && { release: release.data }),
    },
  }
}

/** Of a ticket only where it is: never the person's words, nor who they are. */
function placeOf({ address, point }: { address?: string; point?: { lat: number; lng: number } }): Values {
  return {
    reported: true,
    ...(address && { title: { zh: address, en: '' } }),
    ...(point && { point: `${point.lat}, ${point.lng}` }),
  }
}

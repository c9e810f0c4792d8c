/** What is being written down for somebody: kept until the server has it, and sent once however often it is tried. */
import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { call, failure } from '@/client/call'
import { EMPTY, type Form, filingOf } from '@/client/drafts/draft'
import { newKey } from '@/client/key'
import { officialHere } from '@/client/session'
import { dropTaken, keepTaken, type Taken, takenOf } from '@/client/taken'
import { type Photos, usePhotos } from '@/client/usePhotos'
import type { Ask, Failure, Output } from '@/contract'
import { desk } from '@/contract/desk'
import { isPhoneReason } from '@/contract/phoneRefusals'
import { MAX_PHOTOS } from '@/contract/shapes'
import { TakenFiling } from '@/contract/ticketFiling'

export type Filed = Output<'desk.file'> & { channel: Taken['channel'] }
export type Taking = {
  taken: Taken
  fill: (change: Partial<Form>) => void
  set: (change: Partial<Omit<Taken, 'form'>>) => void
  photos: Photos
  /** It is what was left here the last time. */
  restored: boolean
  afresh: () => void
  send: () => Promise<void>
  busy: boolean
  error: Failure | undefined
}

const NOBODY = ''
/** While somebody types: the storage of a desk computer is not written at every keystroke. */
const PAUSE = 400

export function useTaking(done: (filed: Filed) => void): Taking {
  const official = officialHere() ?? NOBODY
  const found = useRef(official ? takenOf(official, Date.now()) : undefined)
  const [taken, setTaken] = useState<Taken>(() => found.current ?? fresh(official))
  const [restored, setRestored] = useState(found.current !== undefined)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const photos = usePhotos(Math.max(0, MAX_PHOTOS - taken.photos.length), 'desk')
  const arrived = (photos.uploads.flatMap(({ id }) => id ?? []) as string[]).join()

  const set = useCallback((change: Partial<Taken>) => setTaken((now) => ({ ...now, ...change })), [])
  const fill = useCallback(
    (change: Partial<Form>) => setTaken((now) => ({ ...now, form: { ...now.form, ...change } })),
    [],
  )
  const first = useRef(taken)
  useEffect(() => {
    const untouched = taken === first.current && !arrived
    if (!official || untouched) return undefined
    const later = setTimeout(() => keep(taken, arrived), PAUSE)
    return () => clearTimeout(later)
  }, [taken, arrived, official])

  const afresh = () => {
    dropTaken(official, Date.now())
    first.current = fresh(official)
    setTaken(first.current)
    photos.clear()
    setRestored(false)
    setError(undefined)
  }
  const send = async () => {
    if (busy || !photos.ids) return
    const filing = inputOf(taken, photos.ids)
    const text = JSON.stringify(filing)
    const key = taken.tried?.text === text ? taken.tried.key : newKey()
    const wrong = check({ ...filing, key })
    setError(wrong)
    if (wrong) return
    const tried = { ...taken, tried: { text, key } }
    first.current = tried
    setTaken(tried)
    // Before it goes out: after a lost answer and a closed window it must still be the same filing.
    if (official) keep(tried, arrived)
    setBusy(true)
    const reply = await call(desk, 'desk.file', { ...filing, key }, 'desk')
    setBusy(false)
    if (!reply.ok) return setError(reply.error)
    dropTaken(official, Date.now())
    done({ ...reply.data, channel: taken.channel })
  }
  return { taken, fill, set, photos, restored, afresh, send, busy, error }
}

const fresh = (official: string): Taken => ({
  official,
  at: new Date().toISOString(),
  channel: 'window',
  form: EMPTY,
  code: '',
  photos: [],
})

function keep(taken: Taken, arrived: string): void {
  const photos = [...taken.photos, ...arrived.split(',').filter(Boolean)]
  keepTaken({ ...taken, photos, at: new Date().toISOString() }, Date.now())
}

function inputOf({ form, channel, code, photos }: Taken, sent: string[]): Omit<Ask<'desk.file'>, 'key'> {
  const { key, about, behalf, ...filing } = filingOf({
    ...{ id: '', form, media: [] },
    ...{ state: 'writing', changedAt: '', tried: false, renewed: 0 },
  })
  const isAnonymous = filing.visibility === 'anonymous'
  const { name, phone, ...rest } = filing
  return {
    ...rest,
    ...(!isAnonymous && { ...(name && { name }), ...(phone && { phone }) }),
    ...(!filing.spot && code.trim() && { spot: code.trim() }),
    photos: [...photos, ...sent],
    channel,
  }
}

/** By the server's own schema, so that what is wrong is said at its field before it is sent. */
function check(filing: unknown): Failure | undefined {
  const result = v.safeParse(TakenFiling, filing)
  if (result.success) return undefined
  const [issue] = result.issues
  return failure(isPhoneReason(issue.message) ? issue.message : 'malformed', v.getDotPath(issue) ?? undefined)
}

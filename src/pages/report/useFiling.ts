import { useRef, useState } from 'react'
import * as v from 'valibot'
import { call, failure } from '@/client/call'
import { newKey } from '@/client/key'
import { useNotices } from '@/client/notices'
import type { Ask, Failure, Output } from '@/contract'
import { isPhoneReason } from '@/contract/phoneRefusals'
import { Filing, tickets } from '@/contract/tickets'

export type Form = Omit<Ask<'tickets.file'>, 'key' | 'photos' | 'kind'> & { kind?: Ask<'tickets.file'>['kind'] }

const EMPTY: Form = { category: '', text: '', place: {}, visibility: 'shown', name: '', phone: '' }

/** Where a filing fits no category. */
const OTHER = 'other'

/** What stands in the form at first. A tip to an appeal is for the desk alone. */
export function startOf(about: Output<'filing.open'>['about'] | undefined, asks: boolean): Form {
  if (about?.tip) return { ...EMPTY, about: about.id, category: OTHER, kind: 'report', visibility: 'hidden' }
  if (about) return { ...EMPTY, about: about.id, category: OTHER, kind: 'consult' }
  return asks ? { ...EMPTY, category: OTHER, kind: 'consult' } : EMPTY
}

/**
 * The filing as it is being written, and its sending. One key for its whole life: sent twice, it is filed once. In the
 * same tap the person is asked about messages (`notices`); whatever becomes of that, the filing goes its way.
 */
export function useFiling(start: Form, notices: string[], filed: (no: string) => void) {
  const askAboutMessages = useNotices(notices)
  const [form, setForm] = useState(start)
  const [error, setError] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const key = useRef(newKey())

  const set = (change: Partial<Form>) => {
    setForm((now) => ({ ...now, ...change }))
    setError(undefined)
  }
  const send = async (photos: string[]) => {
    const filing = { ...form, kind: form.kind ?? 'complaint', photos, key: key.current }
    const wrong = check(filing)
    setError(wrong)
    if (wrong) return
    const asked = askAboutMessages()
    setBusy(true)
    const reply = await call(tickets, 'tickets.file', filing)
    if (reply.ok) await asked
    setBusy(false)
    if (reply.ok) return filed(reply.data.no)
    setError(reply.error)
  }
  return { form, set, send, error, busy }
}

/** Checked with the server's own schema, so that what is wrong is said before it is sent, in the same words. */
function check(filing: unknown): Failure | undefined {
  const result = v.safeParse(Filing, filing)
  if (result.success) return undefined
  const [issue] = result.issues
  return failure(isPhoneReason(issue.message) ? issue.message : 'malformed', v.getDotPath(issue) ?? undefined)
}

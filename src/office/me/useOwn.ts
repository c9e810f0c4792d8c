import { useState } from 'react'
import { call } from '@/client/call'
import type { Failure, Output } from '@/contract'
import { account } from '@/contract/account'
import type { Asked } from '@/contract/action'

type Account = Output<'account.open'>
export type Put = (account: Account) => void
type Changing = Exclude<keyof typeof account, 'account.open' | 'account.codes'>

export type Own = {
  ask: <A extends Changing>(action: A, input: Asked<(typeof account)[A]>) => Promise<boolean>
  busy: boolean
  error: Failure | undefined
  fail: (error: Failure) => void
}

/** Changes one's own account; what comes back is shown. */
export function useOwn(put: Put): Own {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const ask: Own['ask'] = async (action, input) => {
    setBusy(true)
    setError(undefined)
    const reply = await call(account, action, input, 'desk')
    setBusy(false)
    if (reply.ok) put(reply.data)
    else setError(reply.error)
    return reply.ok
  }
  return { ask, busy, error, fail: setError }
}

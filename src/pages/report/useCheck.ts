import { useCallback, useEffect, useState } from 'react'
import * as v from 'valibot'
import { failure } from '@/client/call'
import { scrollTo } from '@/client/device'
import { type Draft, filingOf } from '@/client/drafts/draft'
import type { Failure } from '@/contract'
import { isPhoneReason } from '@/contract/phoneRefusals'
import { Filing } from '@/contract/ticketFiling'
import { focusOn } from '@/ui/focus'

type Checking = {
  error: Failure | undefined
  /** The sentence beside a field. */
  wrong: (field: string) => string | undefined
  /** Whether it may be sent as it is. */
  check: () => boolean
  /** Something was changed: it may be right now. */
  forget: () => void
}

/** What is wrong with a draft: said before it is sent, or what the server said when it refused it. The screen goes there. */
export function useCheck(draft: Draft): Checking {
  const [found, setFound] = useState<Failure>()
  const [dismissed, dismiss] = useState<Draft['wrong']>()
  const error = found ?? (draft.wrong === dismissed ? undefined : refusalOf(draft))
  const part = error?.field?.split('.')[0]
  const at = error && (part ? `#${PLACES[part] ?? part}` : '#wrong')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same thing wrong once more is gone to once more
  useEffect(() => {
    if (!at) return
    scrollTo(at)
    if (part) focusOn(at)
  }, [at, found])
  const [field, message] = [error?.field, error?.message]
  return {
    error,
    wrong: useCallback(
      (name) => (field === name || field?.startsWith(`${name}.`) ? message : undefined),
      [field, message],
    ),
    check: () => {
      const wrong = wrongIn(draft)
      setFound(wrong && { ...wrong })
      return !wrong
    },
    forget: () => {
      setFound(undefined)
      dismiss(draft.wrong)
    },
  }
}

/** Where a field stands that has no place of its own. */
const PLACES: Record<string, string> = {
  clips: 'photos',
  kind: 'text',
  spot: 'place',
  details: 'category',
}

/**
 * Checked with the server's own schema, so that what is wrong is said in the same words. What is still on its way there
 * counts as there.
 */
function wrongIn(draft: Draft): Failure | undefined {
  const keysOf = (isPhoto: boolean) =>
    draft.media.filter(({ kind }) => (kind === 'photo') === isPhoto).map(({ key }) => key)
  const result = v.safeParse(Filing, { ...filingOf(draft), photos: keysOf(true), clips: keysOf(false) })
  if (!result.success) {
    const [issue] = result.issues
    return failure(isPhoneReason(issue.message) ? issue.message : 'malformed', v.getDotPath(issue) ?? undefined)
  }
  const refused = draft.media.find(({ state }) => state === 'refused')
  return refused && { code: 'invalid', reason: refused.wrong?.reason ?? '', message: '', field: 'photos' }
}

function refusalOf({ wrong, media }: Draft): Failure | undefined {
  if (!wrong) return undefined
  if (media.some(({ state }) => state === 'refused')) return { code: 'invalid', ...wrong, message: '', field: 'photos' }
  return isPhoneReason(wrong.reason) ? failure(wrong.reason, wrong.field) : { code: 'invalid', ...wrong }
}

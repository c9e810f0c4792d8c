import { useEffect, useRef, useState } from 'react'
import type { Form } from '@/client/drafts/draft'
import { draftsNow, useDraft } from '@/client/drafts/useDrafts'
import { useNotices } from '@/client/notices'
import { routes } from '@/client/routes'
import { useShown } from '@/client/useShown'
import { draftWords } from '@/ui/filingWords'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { type Purpose, startOf, unfinishedOf } from './opening'
import { Sending } from './Sending'
import type { Opened } from './useOpened'
import { Writing } from './Writing'

type Props = { opened: Opened; offline: boolean; purpose: Purpose; draft: string }

/** A draft, or a new one: `turn` counts them. */
type Which = { turn: number; which: string | Partial<Form>; resumed: boolean }

/** Chooses the draft: the one that was asked for, the one left unfinished, or a new one. */
export function Filing({ opened, offline, purpose, draft }: Props) {
  const [{ turn, which, resumed }, choose] = useState<Which>(() => {
    const unfinished = draft ? undefined : unfinishedOf(draftsNow(), purpose)
    return { turn: 0, which: draft || unfinished?.id || startOf(opened, purpose), resumed: unfinished !== undefined }
  })
  const another = () => choose({ turn: turn + 1, which: startOf(opened, purpose), resumed: false })
  return <OneDraft key={turn} opened={opened} offline={offline} which={which} resumed={resumed} another={another} />
}

type OneProps = Pick<Props, 'opened' | 'offline'> & Pick<Which, 'which' | 'resumed'> & { another: () => void }

/** One draft, from its first word until it has a number. */
function OneDraft({ opened, offline, which, resumed, another }: OneProps) {
  const say = useSay()
  const drafting = useDraft(which)
  const askAboutMessages = useNotices(opened.notices)
  const asked = useRef<Promise<void>>()
  const shown = useShown()
  const no = drafting?.draft.state === 'filed' ? drafting.draft.no : undefined
  useEffect(() => {
    // Going on would take WeChat's question away.
    if (no && shown) void Promise.resolve(asked.current).then(() => routes.filed(no))
  }, [no, shown])

  if (!drafting)
    return (
      <Empty title={say(draftWords.gone)}>
        <Tap onTap={another}>{say(draftWords.another)}</Tap>
      </Empty>
    )
  if (drafting.draft.state !== 'writing') return <Sending drafting={drafting} />
  const submit = () => {
    asked.current = askAboutMessages()
    drafting.send()
  }
  return (
    <Writing
      opened={opened}
      offline={offline}
      drafting={drafting}
      resumed={resumed}
      another={another}
      submit={submit}
    />
  )
}

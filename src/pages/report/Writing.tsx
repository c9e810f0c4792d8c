import { View } from '@tarojs/components'
import { useState } from 'react'
import { scrollTo } from '@/client/device'
import type { Draft } from '@/client/drafts/draft'
import type { Kept } from '@/client/drafts/drafts'
import type { Drafting } from '@/client/drafts/useDrafts'
import { role } from '@/ui/aria'
import { DeskHours } from '@/ui/DeskHours'
import { Place } from '@/ui/filing/Place'
import { draftWords } from '@/ui/filingWords'
import { reportWords } from '@/ui/reportWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { Collected } from './Collected'
import { Danger, DangerLine } from './Danger'
import { More } from './More'
import { Photos } from './Photos'
import { Private } from './Private'
import { Resumed } from './Resumed'
import { Top } from './Top'
import { useCheck } from './useCheck'
import { useDanger } from './useDanger'
import type { Opened } from './useOpened'
import { type Detail, usePrivate, without } from './usePrivate'
import { What } from './What'

type Props = {
  opened: Opened
  offline: boolean
  draft: Draft
  drafting: Drafting
  resumed: boolean
  another: () => void
  submit: () => Kept
}

/** The form. All that is written in it is on the phone at once; where somebody is in danger it makes way. */
export function Writing({ opened, offline, draft, drafting, resumed, another, submit }: Props) {
  const { form, media } = draft
  const { fill, full } = drafting
  const { error, wrong, check } = useCheck(draft)
  const danger = useDanger(draft.id, form.text, opened.danger)
  const privates = usePrivate()
  const [shown, show] = useState<Detail[]>([])
  const tip = form.about?.tip ?? false

  const send = () => {
    if (!check()) return
    const left = privates.left(form.text)
    show(left)
    if (!left.length) submit()
  }
  const goOn = () => {
    danger.goOn()
    scrollTo('#text')
  }
  return (
    <View>
      {danger.found ? <Danger found={danger.found} onGoOn={goOn} /> : null}
      {/* Out of sight, not taken away: what was being written stays as it is. */}
      <View className={danger.found ? 'report-hidden' : 'report-form'}>
        {resumed ? <Resumed discard={drafting.discard} another={another} /> : null}
        <Top about={form.about} offline={offline} />
        <View className='card'>
          <Photos media={media} {...drafting} />
        </View>
        <What form={form} opened={opened} fill={fill} wrong={wrong} tip={tip} onDanger={danger.choose} full={full} />
        <View className='card'>
          <Place place={form.place} spot={form.spot} fill={fill} wrong={wrong('place')} />
        </View>
        <More {...form} opened={opened} tip={tip} fill={fill} wrong={wrong} unfold={isFolded(error?.field)} />
        <Collected hotline={opened.hotline} />
        {shown.length ? (
          <Private
            details={shown}
            onDrop={() => {
              fill({ text: without(form.text, shown) })
              show([])
            }}
            onKeep={() => {
              privates.wave(shown)
              show([])
              submit()
            }}
          />
        ) : null}
        <Foot onSend={send} opened={opened} />
      </View>
    </View>
  )
}

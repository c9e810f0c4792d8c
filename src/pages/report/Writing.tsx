import { View } from '@tarojs/components'
import { memo, useEffect, useState } from 'react'
import { scrollTo } from '@/client/device'
import type { Form } from '@/client/drafts/draft'
import type { Taken } from '@/client/drafts/drafts'
import type { Drafting } from '@/client/drafts/useDrafts'
import { Kinds } from '@/ui/filing/Kinds'
import { Place } from '@/ui/filing/Place'
import { PlaceMap } from '@/ui/filing/PlaceMap'
import { Words } from '@/ui/filing/Words'
import { focusOn } from '@/ui/focus'
import { Collected } from './Collected'
import { Danger } from './Danger'
import { Foot } from './Foot'
import { Look } from './Look'
import { More } from './More'
import { lateSpot } from './opening'
import { Photos } from './Photos'
import { Private } from './Private'
import { Recordings } from './Recordings'
import { Resumed } from './Resumed'
import { Top } from './Top'
import { useCheck } from './useCheck'
import { useDanger } from './useDanger'
import type { Opened } from './useOpened'
import { type Detail, usePrivate, without } from './usePrivate'
import { useSteady } from './useSteady'
import { What } from './What'

type Props = {
  opened: Opened
  offline: boolean
  drafting: Drafting
  resumed: boolean
  another: () => void
  submit: () => void
}

/** Not drawn again for a letter. */
const Pointed = memo(PlaceMap)

/** In the fold: of these something may be wrong although nobody sees them. */
const FOLDED = /^(name|phone|behalf|against|visibility|consent)\b/

/** What is wrong with these stands beside them; with anything else, and with a photo that was lost, at the end. */
const SAID = /^(about|category|text|place|name|phone|behalf\.(name|phone)|against)\b/

/** The form. All that is written in it is on the phone at once; where somebody is in danger it makes way. */
export function Writing({ opened, offline, drafting, resumed, another, submit }: Props) {
  const { draft, full } = drafting
  const { form, media } = draft
  const { error, wrong, check, forget } = useCheck(draft)
  const danger = useDanger(draft.id, form.text, opened.danger)
  const { see, left, wave } = usePrivate()
  const [numbers, showNumbers] = useState<Detail[]>([])
  const tip = form.about?.tip ?? false

  const fill = useSteady((change: Partial<Form>) => {
    forget()
    drafting.fill(change)
  })
  const remove = useSteady((key: string) => {
    forget()
    drafting.remove(key)
  })
  const send = useSteady(() => {
    if (!check()) return
    const found = left(form.text)
    showNumbers(found)
    if (!found.length) submit()
  })
  const add = useSteady((taken: Taken[]) => void drafting.add(taken))
  const shownMedia = { media, add, remove, pathOf: drafting.pathOf, progress: drafting.progress }
  const onPlace = useSteady((place: Form['place']) => fill({ place }))
  const late = lateSpot(form, opened)
  useEffect(() => {
    if (late) fill(late)
  }, [late, fill])

  return (
    <View>
      {/* Out of sight, not taken away: what was being written stays as it is. */}
      <View className={danger.found ? 'report-hidden' : ''}>
        {resumed ? <Resumed discard={drafting.discard} another={another} /> : null}
        <Top about={form.about} spot={form.spot} offline={offline} wrong={wrong('about')} fill={fill} />
        <View className='card report-media'>
          <Photos {...shownMedia} />
          <Recordings {...shownMedia} />
        </View>
        <What
          category={form.category}
          kind={form.kind}
          details={form.details}
          about={form.about}
          categories={opened.categories}
          fill={fill}
          wrong={wrong('category')}
          onDanger={danger.choose}
        />
        <View className='card stack'>
          <Words text={form.text} fill={fill} wrong={wrong('text')} />
          {!tip ? <Kinds kind={form.kind} fill={fill} /> : null}
        </View>
        <Look draft={draft} categories={opened.categories} fill={fill} see={see} discard={drafting.discard} />
        <View className='card stack'>
          <Place place={form.place} spot={form.spot} named={false} fill={fill} wrong={wrong('place')} />
          <Pointed map={opened.map} place={form.place} onPlace={onPlace} />
        </View>
        <More
          visibility={form.visibility}
          name={form.name}
          phone={form.phone}
          behalf={form.behalf}
          against={form.against}
          consent={form.consent}
          tip={tip}
          opened={opened}
          fill={fill}
          wrong={wrong}
          unfold={FOLDED.test(error?.field ?? '')}
        />
        <Collected hotline={opened.hotline} />
        {numbers.length ? (
          <Private
            details={numbers}
            onDrop={() => {
              fill({ text: without(form.text, numbers) })
              showNumbers([])
            }}
            onKeep={() => {
              wave(numbers)
              showNumbers([])
              submit()
            }}
          />
        ) : null}
        <Foot
          opened={opened}
          full={full}
          error={error?.message && !SAID.test(error.field ?? '') ? error : undefined}
          onSend={send}
        />
      </View>
      {/* After it: before it, all of the form would cross to the screen once more. */}
      {danger.found ? (
        <Danger
          found={danger.found}
          onGoOn={() => {
            danger.goOn()
            scrollTo('#text')
            focusOn('#text')
          }}
        />
      ) : null}
    </View>
  )
}

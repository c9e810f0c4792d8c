import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { usePhotos } from '@/client/usePhotos'
import { MAX_PHOTOS, Result } from '@/contract/shapes'
import type { TicketView } from '@/contract/tickets'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { deskWords } from '@/ui/deskWords'
import { Field } from '@/ui/Field'
import { handlingWords } from '@/ui/handlingWords'
import { photoWords } from '@/ui/photoWords'
import { useSay, words } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'
import { usePhrases } from './Phrases'

type ResultName = NonNullable<TicketView['result']>['kind']

/** The result first; then the words for the citizen, the photos, and where it could not be done, why. */
export function Answer({ ticket, act, busy, error, forget, draft, close }: BoxProps) {
  const say = useSay()
  const photos = usePhotos(MAX_PHOTOS, 'desk')
  const [result, setResult] = useState<ResultName>()
  const [reason, setReason] = useState('')
  const phrased = usePhrases('answer', draft, result)
  const { length } = photos.uploads
  // What was wrong is no longer so once another result or a photo has been chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is their change that matters
  useEffect(forget, [result, length])
  const reasonWrong = error?.reason === 'needs-reason'
  const because = result === 'impossible' && reason.trim() ? { reason: reason.trim() } : {}
  return (
    <View className='stack'>
      <View className='strong'>{say(deskWords.pickResult)}</View>
      <Choice
        label={say(deskWords.pickResult)}
        options={Result.options.map((one) => [one, say(words.result[one])] as const)}
        value={result}
        onChoose={setResult}
      />
      {result ? (
        <Composer
          key={phrased.turn}
          {...phrased.draft}
          label={say(deskWords.write.answer)}
          note={say(deskWords.toCitizen)}
          photos={photos}
          photoLabel={say(photoWords.evidence)}
          busy={busy}
          error={reasonWrong ? undefined : error}
          sendLabel={say(deskWords.act.answer)}
          onSend={(text, ids) => act({ do: 'answer', text, result, photos: ids, ...because })}
          onCancel={close}
        >
          {ticket.merged ? (
            <View className='note warn'>{say(handlingWords.sharedAnswer, { n: ticket.merged.length })}</View>
          ) : null}
          {phrased.row}
          {result === 'done' ? <View className='quiet small'>{say(deskWords.evidenceNote)}</View> : null}
          {result === 'impossible' ? (
            <Field
              label={say(deskWords.write.impossible)}
              value={reason}
              onInput={setReason}
              lines
              most={500}
              wrong={reasonWrong ? error.message : undefined}
            />
          ) : null}
        </Composer>
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}

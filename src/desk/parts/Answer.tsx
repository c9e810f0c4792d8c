import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { usePhotos } from '@/client/usePhotos'
import { MAX_PHOTOS, Result } from '@/contract/shapes'
import type { TicketView } from '@/contract/tickets'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { Field } from '@/ui/Field'
import { useSay, words } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'

type ResultName = NonNullable<TicketView['result']>['kind']

/** The result first; then the words for the citizen, the photos, and where it could not be done, why. */
export function Answer({ act, busy, error, forget, draft, close }: BoxProps) {
  const say = useSay()
  const photos = usePhotos(MAX_PHOTOS, 'desk')
  const [result, setResult] = useState<ResultName>()
  const [reason, setReason] = useState('')
  const { length } = photos.uploads
  // What was wrong is no longer so once another result or a photo has been chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is their change that matters
  useEffect(forget, [result, length])
  const reasonWrong = error?.reason === 'needs-reason'
  const because = result === 'impossible' && reason.trim() ? { reason: reason.trim() } : {}
  return (
    <View className='stack'>
      <View className='strong'>{say(words.desk.pickResult)}</View>
      <Choice
        label={say(words.desk.pickResult)}
        options={Result.options.map((one) => [one, say(words.result[one])] as const)}
        value={result}
        onChoose={setResult}
      />
      {result ? (
        <Composer
          {...draft}
          label={say(words.desk.write.answer)}
          note={say(words.desk.toCitizen)}
          photos={photos}
          photoLabel={say(words.photo.evidence)}
          busy={busy}
          error={reasonWrong ? undefined : error}
          sendLabel={say(words.desk.act.answer)}
          onSend={(text, ids) => act({ do: 'answer', text, result, photos: ids, ...because })}
          onCancel={close}
        >
          {result === 'done' ? <View className='quiet small'>{say(words.desk.evidenceNote)}</View> : null}
          {result === 'impossible' ? (
            <Field
              label={say(words.desk.write.impossible)}
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

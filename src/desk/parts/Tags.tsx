import { Text, View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { ReleaseLine } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'

const TONES: Record<ReleaseLine['status'], string> = {
  draft: 'still',
  published: 'good',
  stale: 'warn',
  expired: 'still',
  withdrawn: 'still',
}
const STAGE_TONES: Record<NonNullable<ReleaseLine['stage']>, string> = {
  writing: 'still',
  submitted: 'warn',
  signed: '',
  scheduled: '',
}

/** Kind, level, and how far a release has come, all in words. */
export function Tags({ line }: { line: ReleaseLine }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { kind, level, status, stage, publishAt } = line
  return (
    <View className='row wrap release-tags'>
      <Text className='tag'>{say(publishWords.kinds[kind])}</Text>
      {kind === 'article' ? null : (
        <Text className={level === 'emergency' ? 'tag bad' : 'tag still'}>{say(publishWords.levels[level])}</Text>
      )}
      {status === 'draft' && stage ? null : (
        <Text className={`tag ${TONES[status]}`}>{say(publishWords.statuses[status])}</Text>
      )}
      {stage ? (
        <Text className={`tag ${STAGE_TONES[stage]}`}>
          {say(publishWords.stages[stage], { at: publishAt ? momentText(publishAt, lang) : '' })}
        </Text>
      ) : null}
      {line.overdue ? <Text className='tag bad strong'>{say(publishWords.late)}</Text> : null}
      {line.sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
    </View>
  )
}

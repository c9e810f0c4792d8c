import { Text, View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { AuditLineView } from '@/contract/audit'
import { auditWords } from '@/ui/auditWords'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'
import type { Spot } from '.'
import { doneWords } from './done'

/** One thing that somebody saw or did. By its name all of that person's are shown, by its number all about that ticket. */
export function Line({ line, go }: { line: AuditLineView; go?: (spot: Spot) => void }) {
  const { who, about, did, what } = line
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const nobody = did === 'desk.signIn' ? auditWords.nobody : auditWords.timer
  return (
    <View className='audit-line'>
      <Text className='quiet number audit-at'>{momentText(line.at, lang)}</Text>
      <View className='row wrap audit-by'>
        {who && go ? (
          <Tap
            look='line'
            className='audit-who'
            label={say(auditWords.onlyPerson, { name: who.name })}
            onTap={() => go({ official: who.id, trail: [] })}
          >
            {who.name}
          </Tap>
        ) : (
          <Text className='strong'>{who ? who.name : say(nobody)}</Text>
        )}
        {who ? <Text className='quiet'>{say(who.unit)}</Text> : null}
      </View>
      <View className='row wrap audit-done'>
        <Text>{doneWords(did, what, say)}</Text>
        {about ? <Text className='number'>{about}</Text> : null}
        {line.refused ? <Text className='tag warn'>{say(auditWords.refused)}</Text> : null}
      </View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { call } from '@/client/call'
import { useNotices } from '@/client/notices'
import { useTries } from '@/client/useAct'
import { reading } from '@/contract/reading'
import { role } from '@/ui/aria'
import { readWords } from '@/ui/readWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import type { Opened } from './index'

/** Told of each new answer: in the inbox, and in WeChat where it may. */
export function Follow({ issue, put }: { issue: Opened; put: (issue: Opened) => void }) {
  const say = useSay()
  const { id, followed, notices } = issue
  const ask = useNotices(notices)
  const tries = useTries(
    (_key, follow: boolean) => call(reading, follow ? 'issues.follow' : 'issues.unfollow', { id }),
    ({ followers }) => put({ ...issue, followers, followed: !followed }),
  )
  const tap = async () => {
    // WeChat asks only in the tap itself.
    const asked = followed ? Promise.resolve() : ask()
    await tries.act(!followed)
    await asked
  }
  return (
    <View className='stack'>
      {followed ? (
        <View className='note good' {...role('status')}>
          {say(readWords.issues.followed)}
        </View>
      ) : null}
      <Tap look='line' off={tries.busy} onTap={() => void tap()}>
        {say(followed ? readWords.issues.unfollow : readWords.issues.follow)}
      </Tap>
      <Wrong error={tries.error} />
    </View>
  )
}

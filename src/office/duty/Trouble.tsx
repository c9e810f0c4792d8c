import { View } from '@tarojs/components'
import { routes } from '@/client/deskRoutes'
import type { Failure } from '@/contract'
import { deskWords } from '@/ui/deskWords'
import { Failed, Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** What went wrong, with the way on: signing in where the session has ended, trying again otherwise. */
export function Trouble({ error, again }: { error: Failure; again: () => void }) {
  if (error.reason !== 'signed-out') return <Failed error={error} again={again} />
  return (
    <View className='card stack'>
      <Refused error={error} />
    </View>
  )
}

/** Beside a form, which stays as it is written. */
export function Refused({ error }: { error: Failure | undefined }) {
  const say = useSay()
  return (
    <>
      <Wrong error={error} />
      {error?.reason === 'signed-out' ? (
        <Tap look='main' onTap={routes.signInAgain}>
          {say(deskWords.enter)}
        </Tap>
      ) : null}
    </>
  )
}

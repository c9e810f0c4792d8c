import { View } from '@tarojs/components'
import { routes } from '@/client/deskRoutes'
import type { Asked } from '@/client/useAsk'
import type { Failure } from '@/contract'
import { deskWords } from './deskWords'
import { Failed, Wrong } from './States'
import { Tap } from './Tap'
import { useSay } from './words'

/** What went wrong, with the way on: signing in where the session has ended, trying again otherwise. */
export function Trouble({ error, again }: { error: Failure; again: () => void }) {
  if (error.reason !== 'signed-out') return <Failed error={error} again={again} />
  return (
    <View className='card stack'>
      <View>{error.message}</View>
      <SignInAgain error={error} />
    </View>
  )
}

/** What is shown is older than it should be. */
export function Stale<T>({ asked }: { asked: Asked<T> }) {
  if (asked.state !== 'ready' || !asked.stale) return null
  return (
    <View className='desk-stale'>
      <Wrong error={asked.stale} />
      <SignInAgain error={asked.stale} />
    </View>
  )
}

/** The way to sign in when that is what an error asks for; the screen below stays, with what was written on it. */
export function SignInAgain({ error }: { error: Failure | undefined }) {
  const say = useSay()
  if (error?.reason !== 'signed-out') return null
  return (
    <Tap look='main' onTap={routes.signInAgain}>
      {say(deskWords.enter)}
    </Tap>
  )
}

/** Beside a form, which stays as it is written: what was not taken, with the way to sign in where that is what it needs. */
export function Unsent({ error }: { error: Failure | undefined }) {
  if (!error) return null
  return (
    <View className='stack'>
      <Wrong error={error} />
      <SignInAgain error={error} />
    </View>
  )
}

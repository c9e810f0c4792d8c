/** What stands on a screen while there is nothing to show: on its way, failed, or nothing there. */
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useSettings } from '@/client/settings'
import type { Failure } from '@/contract'
import { role } from './aria'
import { Tap } from './Tap'
import { momentText } from './time'
import { useSay, words } from './words'

export function Loading() {
  const say = useSay()
  return (
    <View className='card quiet' aria-live='polite'>
      {say(words.loading)}
    </View>
  )
}

/** What happened, a way on, and a reference that can be quoted on the telephone. */
export function Failed({ error, again }: { error: Failure; again?: () => void }) {
  const say = useSay()
  return (
    <View className='card stack' {...role('alert')}>
      <View>{error.message}</View>
      {error.trace && error.code === 'failed' ? (
        <View className='quiet small'>{`${say(words.trace)} ${error.trace}`}</View>
      ) : null}
      {again ? <Tap onTap={again}>{say(words.again)}</Tap> : null}
    </View>
  )
}

/** There is no network, and this is what was there the last time. */
export function AsOf({ at, again }: { at: string; again: () => void }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  return (
    <View className='row as-of' {...role('status')}>
      <View className='grow'>{say(words.asOf, { t: momentText(at, lang) })}</View>
      <Tap onTap={again}>{say(words.again)}</Tap>
    </View>
  )
}

export function Empty({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View className='card stack'>
      <View className='strong'>{title}</View>
      {children}
    </View>
  )
}

/** A sentence about what went wrong, beside the thing it is about. It stays until it is put right. */
export function Wrong({ error }: { error: Failure | undefined }) {
  if (!error) return null
  return (
    <View className='note bad' {...role('alert')}>
      {error.message}
    </View>
  )
}

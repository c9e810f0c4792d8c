import { View } from '@tarojs/components'
import { useState } from 'react'
import { accountWords } from '@/ui/accountWords'
import { role } from '@/ui/aria'
import { Field } from '@/ui/Field'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import { type Put, useOwn } from './useOwn'

const EMPTY = { password: '', next: '', again: '' }

/** A new password, twice, after the present one. */
export function Password({ put, given }: { put: Put; given: boolean }) {
  const say = useSay()
  const own = useOwn(put)
  const [form, setForm] = useState<typeof EMPTY>()
  const [done, setDone] = useState(false)
  const differ = form !== undefined && form.again !== '' && form.next !== form.again
  const set = (change: Partial<typeof EMPTY>) => setForm((now) => ({ ...EMPTY, ...now, ...change }))

  const save = async () => {
    if (!form || form.next !== form.again) return
    if (!(await own.ask('account.password', { password: form.password, next: form.next }))) return
    setForm(undefined)
    setDone(true)
  }
  return (
    <View className='card stack'>
      {given ? <View className='note warn'>{say(accountWords.givenNote)}</View> : null}
      {done ? (
        <View className='note good' {...role('status')}>
          {say(accountWords.changed)}
        </View>
      ) : null}
      {form ? (
        <View className='stack'>
          <Field
            label={say(accountWords.oldPassword)}
            value={form.password}
            onInput={(password) => set({ password })}
            kind='password'
          />
          <Field
            label={say(accountWords.newPassword)}
            value={form.next}
            onInput={(next) => set({ next })}
            kind='password'
          />
          <Field
            label={say(accountWords.newAgain)}
            value={form.again}
            onInput={(again) => set({ again })}
            kind='password'
            wrong={differ ? say(accountWords.notSame) : undefined}
          />
          <Wrong error={own.error} />
          <View className='row wrap'>
            <Tap look='main' off={own.busy || differ || !form.again} onTap={() => void save()}>
              {say(accountWords.confirm)}
            </Tap>
            <Tap look='line' onTap={() => setForm(undefined)}>
              {say(words.cancel)}
            </Tap>
          </View>
        </View>
      ) : (
        <Tap onTap={() => set({})}>{say(accountWords.changePassword)}</Tap>
      )}
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Output } from '@/contract'
import { account } from '@/contract/account'
import { accountWords } from '@/ui/accountWords'
import { CodeKey } from '@/ui/CodeKey'
import { deskWords } from '@/ui/deskWords'
import { Field } from '@/ui/Field'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import { type Put, useOwn } from './useOwn'

type Doing = { is: 'nothing' } | { is: 'password' } | { is: 'key'; given: Output<'account.codes'> }

/** One-time codes: set up for the first time, or anew for another phone. The present ones count until the new ones do. */
export function Codes({ put, on }: { put: Put; on: boolean }) {
  const say = useSay()
  const own = useOwn(put)
  const [doing, setDoing] = useState<Doing>({ is: 'nothing' })
  const [written, setWritten] = useState('')
  const go = (to: Doing) => {
    setWritten('')
    setDoing(to)
  }
  const show = async () => {
    const reply = await call(account, 'account.codes', { password: written }, 'desk')
    if (!reply.ok) return own.fail(reply.error)
    return go({ is: 'key', given: reply.data })
  }
  const confirm = async () => {
    if (await own.ask('account.confirmCodes', { code: written })) go({ is: 'nothing' })
    else setWritten('')
  }
  return (
    <View className='card stack'>
      <View>{say(on ? accountWords.codesOn : accountWords.codesOff)}</View>
      {doing.is === 'nothing' ? (
        <Tap onTap={() => go({ is: 'password' })}>{say(on ? accountWords.changeCodes : accountWords.setCodes)}</Tap>
      ) : null}
      {doing.is === 'key' ? <CodeKey given={doing.given} /> : null}
      {doing.is === 'nothing' ? null : (
        <View className='stack'>
          <Field
            key={doing.is}
            label={say(doing.is === 'password' ? deskWords.password : accountWords.code)}
            hint={doing.is === 'key' ? say(accountWords.codeHint) : ''}
            value={written}
            onInput={setWritten}
            kind={doing.is === 'password' ? 'password' : 'number'}
          />
          <Wrong error={own.error} />
          <View className='row wrap'>
            <Tap
              look='main'
              off={own.busy || !written}
              onTap={() => void (doing.is === 'password' ? show() : confirm())}
            >
              {say(doing.is === 'password' ? accountWords.next : accountWords.confirm)}
            </Tap>
            <Tap look='line' onTap={() => go({ is: 'nothing' })}>
              {say(words.cancel)}
            </Tap>
          </View>
        </View>
      )}
    </View>
  )
}

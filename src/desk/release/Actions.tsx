import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '@/client/deskRoutes'
import { confirm } from '@/client/device'
import { useRelease } from '@/client/useRelease'
import type { ReleaseCommand, ReleaseView } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { SignInAgain } from '@/ui/Trouble'
import { useSay, type Words, words } from '@/ui/words'
import { FORMS } from '../forms'
import { Box, type BoxName } from './Box'
import { countersigns, revisionToSign } from './countersigns'
import { PrivateDetails } from './PrivateDetails'

type Props = { release: ReleaseView; done: (release: ReleaseView) => void; look: () => Promise<void> }
type Button = { label: Words; look?: 'main' | 'plain' | 'warn' | 'line'; press: () => void }

/** What this official may do now, as the server says: each a button; what needs words opens a box. */
export function Actions({ release, done, look }: Props) {
  const say = useSay()
  const { act, busy, error, forget } = useRelease(release.id, done)
  const [open, setOpen] = useState<BoxName>()
  const [checked, setChecked] = useState(false)
  const turn = (box: BoxName | undefined) => {
    forget()
    setOpen(box)
  }
  const send = async (command: ReleaseCommand) => {
    const sent = await act(command)
    if (sent) setOpen(undefined)
    return sent
  }
  const publish = async () => {
    const title = say(publishWords.act.publish)
    const question = { title, content: say(publishWords.askPublish), yes: say(publishWords.act.publish) }
    if (await confirm({ ...question, no: say(words.cancel) })) void send({ do: 'publish' })
  }
  const drop = async () => {
    const title = say(publishWords.act.drop)
    const question = { title, content: say(publishWords.askDrop), yes: say(publishWords.dropYes) }
    if (await confirm({ ...question, no: say(words.cancel) })) void send({ do: 'drop' })
  }
  const confirmed = checked ? { checked } : {}
  const buttons = buttonsOf(release, { send, publish, drop, turn, confirmed })
  const waits = release.may.includes('submit') || release.may.includes('override')
  return (
    <View>
      {release.privateDetails.length ? (
        <PrivateDetails details={release.privateDetails} {...(waits && { checked, onCheck: setChecked })} />
      ) : null}
      {buttons.length || error ? (
        <View className='card stack' id='release-box'>
          <Wrong error={open ? undefined : error} />
          <SignInAgain error={error} />
          {error?.code === 'conflict' ? (
            <Tap
              look='main'
              onTap={() => {
                turn(undefined)
                void look()
              }}
            >
              {say(publishWords.latest)}
            </Tap>
          ) : null}
          {open ? (
            <Box
              key={open}
              name={open}
              release={release}
              act={send}
              confirmed={confirmed}
              busy={busy}
              error={error}
              close={() => turn(undefined)}
            />
          ) : (
            <View className='desk-buttons'>
              {buttons.map(({ label, look: how = 'plain', press }) => (
                <Tap key={label.zh} look={how} off={busy} onTap={press}>
                  {say(label)}
                </Tap>
              ))}
            </View>
          )}
        </View>
      ) : null}
    </View>
  )
}

type Ways = {
  send: (command: ReleaseCommand) => Promise<boolean>
  /** Both after a question. */
  publish: () => Promise<void>
  drop: () => Promise<void>
  turn: (box: BoxName) => void
  confirmed: { checked?: boolean }
}

/** In the order of the work; what leads on is prominent, what cannot be taken back is red. */
function buttonsOf(release: ReleaseView, { send, publish, drop, turn, confirmed }: Ways): Button[] {
  const { id, kind, may, live } = release
  const name = publishWords.act
  const signs = countersigns(release) ? name.countersign : name.sign
  const all: [ReleaseView['may'][number], Button][] = [
    ['submit', { label: name.submit, look: 'main', press: () => void send({ do: 'submit', ...confirmed }) }],
    ['sign', { label: signs, look: 'main', press: () => void send({ do: 'sign', revision: revisionToSign(release) }) }],
    ['publish', { label: name.publish, look: 'main', press: () => void publish() }],
    ['publish', { label: name.at, press: () => turn('at') }],
    ['return', { label: name.return, press: () => turn('return') }],
    ['write', { label: live ? name.correct : name.write, press: () => routes.write(kind, id) }],
    ['renew', { label: name.renew, press: () => turn('renew') }],
    ['close', { label: name.close, press: () => turn('close') }],
    ['override', { label: name.override, look: 'warn', press: () => turn('override') }],
    ['withdraw', { label: name.withdraw, look: 'warn', press: () => turn('withdraw') }],
    ['drop', { label: name.drop, look: 'line', press: () => void drop() }],
  ]
  const reviewed = FORMS[kind].reviewDays !== undefined || release.reviewBy !== undefined
  return all.flatMap(([command, button]) =>
    may.includes(command) && (command !== 'renew' || reviewed) ? [button] : [],
  )
}

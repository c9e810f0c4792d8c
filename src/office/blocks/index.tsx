import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/client/call'
import { param } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import { blocks } from '@/contract/blocks'
import { role } from '@/ui/aria'
import { blockWords } from '@/ui/blockWords'
import { DeskScreen } from '@/ui/DeskScreen'
import { officeWords } from '@/ui/officeWords'
import type { Words } from '@/ui/word'
import { useSay } from '@/ui/words'
import { Frame } from '../Frame'
import { Add } from './Add'
import { List } from './List'

/** Who may not write to the desk for a while; with a ticket's number (`?no=`), its asker is added. */
export default function Blocks() {
  const { params } = useRouter()
  const no = param(params, 'no')
  return no ? <ForTicket no={no} /> : <All />
}

function ForTicket({ no }: { no: string }) {
  const [done, setDone] = useState(false)
  return (
    <DeskScreen title={officeWords.blocks} className='office-screen'>
      {done ? <Done said={blockWords.added} /> : <Add no={no} done={() => setDone(true)} />}
    </DeskScreen>
  )
}

function All() {
  const [trail, setTrail] = useState<string[]>([])
  const [done, setDone] = useState<Words>()
  const after = trail.at(-1)
  const asking = useAsk(blocks, 'blocks.list', after ? { after } : {}, 'desk')
  const lift = async (key: string, id: string) => {
    const reply = await call(blocks, 'blocks.lift', { key, id }, 'desk')
    if (reply.ok) setDone(blockWords.lifted)
    void asking.again()
    return reply
  }
  return (
    <Frame title={officeWords.blocks} asking={asking}>
      {(page) => (
        <View>
          {done ? <Done said={done} /> : null}
          <List page={page} trail={trail} go={setTrail} lift={lift} />
        </View>
      )}
    </Frame>
  )
}

function Done({ said }: { said: Words }) {
  const say = useSay()
  return (
    <View className='note good' {...role('status')}>
      {say(said)}
    </View>
  )
}

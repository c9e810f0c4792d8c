import { useState } from 'react'
import { useAsk } from '@/client/useAsk'
import { filing } from '@/contract/filing'
import { DeskScreen } from '@/ui/DeskScreen'
import { Loading } from '@/ui/States'
import { Stale, Trouble } from '@/ui/Trouble'
import { takingWords } from '@/ui/takingWords'
import { Form } from './Form'
import './index.css'
import { Slip } from './Slip'
import type { Filed } from './useTaking'

/** Filing for somebody at the window or on the phone; afterwards the slip that they are given. */
export default function TakeFiling() {
  const { asked, again } = useAsk(filing, 'filing.open', {}, 'desk')
  const [filed, setFiled] = useState<Filed>()
  return (
    <DeskScreen title={takingWords.title}>
      {asked.state === 'loading' ? <Loading /> : null}
      {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      {asked.state === 'ready' && filed ? (
        <Slip filed={filed} hotline={asked.data.hotline} another={() => setFiled(undefined)} />
      ) : null}
      {asked.state === 'ready' && !filed ? (
        <>
          <Stale asked={asked} />
          <Form opened={asked.data} done={setFiled} />
        </>
      ) : null}
    </DeskScreen>
  )
}

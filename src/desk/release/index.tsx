import { View } from '@tarojs/components'
import { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { param } from '@/client/deskRoutes'
import { stopPulling } from '@/client/device'
import { useAsk } from '@/client/useAsk'
import { useKnown } from '@/client/useKnown'
import { useWide } from '@/client/useWide'
import { publishing } from '@/contract/publishing'
import { DeskScreen } from '@/ui/DeskScreen'
import { publishWords } from '@/ui/publishWords'
import { Loading } from '@/ui/States'
import { Stale, Trouble } from '@/ui/Trouble'
import { Actions } from './Actions'
import './index.css'
import { History } from './History'
import { Preview } from './Preview'
import { Signatures } from './Signatures'
import { Top } from './Top'

/** One release to look at and to work on: as the citizen sees it, who has signed it, and what may be done now. */
export default function Release() {
  const { params } = useRouter()
  const wide = useWide()
  const { asked, again, put } = useAsk(publishing, 'releases.open', { id: param(params, 'id') }, 'desk')
  const known = useKnown(asked)
  usePullDownRefresh(() => void again().finally(stopPulling))
  if (!known) {
    return (
      <DeskScreen title={publishWords.one}>
        {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : <Loading />}
      </DeskScreen>
    )
  }
  return (
    <DeskScreen title={publishWords.one} wide={wide} className='release-screen'>
      {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      <Stale asked={asked} />
      <Top release={known} />
      <View className='release-columns'>
        <View className='release-shown'>
          <Preview release={known} />
        </View>
        <View>
          <Signatures release={known} />
          <Actions release={known} done={put} look={again} />
          <History release={known} />
        </View>
      </View>
    </DeskScreen>
  )
}

import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { param } from '@/client/routes'
import { EmergencyNumbers } from '@/ui/EmergencyNumbers'
import { draftWords } from '@/ui/filingWords'
import { reportWords } from '@/ui/reportWords'
import { Screen } from '@/ui/Screen'
import { Failed, Loading } from '@/ui/States'
import { useSay } from '@/ui/words'
import { Filing } from './Filing'
import './index.css'
import type { Purpose } from './opening'
import { useOpened } from './useOpened'

/** `?draft=` a draft; `?spot=`, or `?scene=` of WeChat's codes, a thing; `?about=` what was read; `?kind=consult` a question. */
export default function Report() {
  const { params } = useRouter()
  const about = param(params, 'about')
  const spot = param(params, 'spot') || param(params, 'scene').replace(/^s=/, '')
  const purpose: Purpose = { about, spot, asks: param(params, 'kind') === 'consult' }
  const opening = useOpened({ ...(about && { about }), ...(spot && { spot }) })
  const isTip = opening.state === 'ready' && opening.opened.about?.tip
  return (
    <Screen title={isTip ? reportWords.tip : reportWords.title}>
      {opening.state === 'loading' ? <Loading /> : null}
      {opening.state === 'failed' ? <NotOpened {...opening} /> : null}
      {opening.state === 'ready' ? <Filing {...opening} purpose={purpose} draft={param(params, 'draft')} /> : null}
    </Screen>
  )
}

function NotOpened({ error, never, again }: Extract<ReturnType<typeof useOpened>, { state: 'failed' }>) {
  const say = useSay()
  return (
    <View>
      <Failed error={never ? { ...error, message: say(draftWords.never) } : error} again={() => void again()} />
      <EmergencyNumbers />
    </View>
  )
}

import { Screen } from '@/ui/Screen'
import { w } from '@/ui/word'

export default function Page() {
  return <Screen title={w('应急通知', 'alerts')} />
}

import { Screen } from '@/ui/Screen'
import { w } from '@/ui/word'

export default function Page() {
  return <Screen title={w('发布', 'releases')} />
}

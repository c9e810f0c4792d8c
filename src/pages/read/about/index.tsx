import { Screen } from '@/ui/Screen'
import { w } from '@/ui/word'

export default function Page() {
  return <Screen title={w('走进曹妃甸', 'about')} />
}

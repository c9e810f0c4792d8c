import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function Me() {
  return <Screen title={officeWords.me} />
}

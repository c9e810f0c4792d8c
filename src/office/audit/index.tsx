import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function Audit() {
  return <Screen title={officeWords.audit} />
}

import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function Duty() {
  return <Screen title={officeWords.duty} />
}

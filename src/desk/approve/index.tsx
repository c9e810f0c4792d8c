import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function Approve() {
  return <Screen title={officeWords.approve} />
}

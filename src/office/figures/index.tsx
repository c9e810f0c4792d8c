import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function Figures() {
  return <Screen title={officeWords.figures} />
}

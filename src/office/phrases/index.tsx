import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function Phrases() {
  return <Screen title={officeWords.phrases} />
}

import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function People() {
  return <Screen title={officeWords.people} />
}

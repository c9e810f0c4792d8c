import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function Routing() {
  return <Screen title={officeWords.routing} />
}

import { officeWords } from '@/ui/officeWords'
import { Screen } from '@/ui/Screen'

export default function Reminders() {
  return <Screen title={officeWords.reminders} />
}

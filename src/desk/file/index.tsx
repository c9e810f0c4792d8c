import { Screen } from '@/ui/Screen'
import { words } from '@/ui/words'

export default function TakeFiling() {
  return <Screen title={words.report.title} />
}

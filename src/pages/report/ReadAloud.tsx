import { memo, useEffect, useState } from 'react'
import { canReadAloud, readAloud, stopReading } from '@/client/readAloud'
import { useSettings } from '@/client/settings'
import { reportWords } from '@/ui/reportWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** What the form asks, in the order in which it asks it. */
const SPOKEN = [
  reportWords.media,
  reportWords.mediaHint,
  reportWords.category,
  reportWords.text,
  reportWords.textHint,
  reportWords.place,
  reportWords.placeHint,
  reportWords.more,
  reportWords.moreHint,
  reportWords.last,
]

/** The form read aloud, for whoever does not read well; nothing where there is no voice. */
export const ReadAloud = memo(() => {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const [reading, setReading] = useState(false)
  useEffect(() => stopReading, [])
  if (!canReadAloud()) return null
  const toggle = () => {
    setReading(!reading)
    if (reading) return stopReading()
    readAloud(
      SPOKEN.map((words) => say(words)),
      lang,
      () => setReading(false),
    )
  }
  return (
    <Tap className='report-read' onTap={toggle}>
      {say(reading ? reportWords.readStop : reportWords.readAloud)}
    </Tap>
  )
})

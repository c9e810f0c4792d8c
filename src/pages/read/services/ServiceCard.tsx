import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dial } from '@/client/device'
import { hasPrograms, type Opened, openProgram, openWeb } from '@/client/open'
import type { ServiceLine } from '@/contract/reading'
import { role } from '@/ui/aria'
import { readWords } from '@/ui/readWords'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

/** What stands below a service: nothing yet, where to go, or that and why. */
type Below = 'nothing' | 'how' | Exclude<Opened, 'opened'>

/** A service: opens where it is done, or says where to go. Whatever does not open ends in saying where to go, too. */
export function ServiceCard({ line }: { line: ServiceLine }) {
  const say = useSay()
  const [below, setBelow] = useState<Below>('nothing')
  const opener = openerOf(line)
  const unfold = () => setBelow(below === 'nothing' ? 'how' : 'nothing')
  const open = () => void opener?.().then((became) => setBelow(became === 'opened' ? 'nothing' : became))
  return (
    <View className='card stack'>
      <View className='row wrap'>
        <Text className='strong'>{say(line.title)}</Text>
        <Text className='tag'>{say(readWords.services.situation[line.situation])}</Text>
        {line.sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      </View>
      {say(line.summary) ? <View>{say(line.summary)}</View> : null}
      <View className='row wrap'>
        {opener ? (
          <Tap look='main' className='grow' label={`${say(readWords.services.open)} ${say(line.title)}`} onTap={open}>
            {say(readWords.services.open)}
          </Tap>
        ) : null}
        <Tap
          className='grow'
          label={`${say(below === 'nothing' ? readWords.services.how : readWords.services.fold)} ${say(line.title)}`}
          onTap={unfold}
        >
          {say(below === 'nothing' ? readWords.services.how : readWords.services.fold)}
        </Tap>
      </View>
      {below === 'nothing' ? null : <How line={line} below={below} />}
    </View>
  )
}

/** The first way that this phone can take: another mini program, else a website. */
function openerOf({ appId, path, shortLink, url }: ServiceLine): (() => Promise<Opened>) | undefined {
  if (hasPrograms && (appId || shortLink))
    return () => openProgram({ ...(appId && { appId }), ...(path && { path }), ...(shortLink && { shortLink }) })
  return url ? () => openWeb(url) : undefined
}

function How({ line: { text, phone }, below }: { line: ServiceLine; below: Exclude<Below, 'nothing'> }) {
  const say = useSay()
  return (
    <View className='stack' {...role('status')}>
      {below === 'failed' ? <View className='note warn'>{say(readWords.services.failed)}</View> : null}
      {below === 'copied' || below === 'refused' ? (
        <View className={`note${below === 'refused' ? ' warn' : ''}`}>{say(readWords.opened[below])}</View>
      ) : null}
      <View className='pre'>{say(text) || say(readWords.services.bare)}</View>
      {phone ? <Tap onTap={() => dial(phone)}>{say(readWords.call, { number: phone })}</Tap> : null}
    </View>
  )
}

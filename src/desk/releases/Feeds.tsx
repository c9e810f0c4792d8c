import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Failure, Output } from '@/contract'
import { publishing } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

/** Reads the district's feeds now, and says what came of each. New items are among what is being prepared. */
export function Feeds({ read }: { read: () => Promise<void> }) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const [feeds, setFeeds] = useState<Output<'feeds.read'>['feeds']>()
  const start = async () => {
    setBusy(true)
    setError(undefined)
    const reply = await call(publishing, 'feeds.read', {}, 'desk')
    setBusy(false)
    if (!reply.ok) return setError(reply.error)
    setFeeds(reply.data.feeds)
    return void read()
  }
  return (
    <View className='stack'>
      <View className='row'>
        <Tap look='line' off={busy} onTap={() => void start()}>
          {say(busy ? publishWords.feeds.reading : publishWords.feeds.read)}
        </Tap>
      </View>
      <Wrong error={error} />
      {feeds?.length === 0 ? <View className='note'>{say(publishWords.feeds.none)}</View> : null}
      {feeds?.map(({ url, trouble, read: n, added }) => (
        <View key={url} className={trouble ? 'note warn' : 'note'}>
          <View className='small'>{url}</View>
          <View>
            {trouble ? say(publishWords.feeds.trouble[trouble]) : say(publishWords.feeds.line, { read: n, added })}
          </View>
        </View>
      ))}
    </View>
  )
}

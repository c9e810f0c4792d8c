import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import { print, usePaper } from '@/client/printing'
import { qrCodeOf } from '@/client/qrCode'
import type { Failure } from '@/contract'
import { type SpotView, spots } from '@/contract/spots'
import { Picture } from '@/ui/Picture'
import { Wrong } from '@/ui/States'
import { spotWords } from '@/ui/spotWords'
import { Tap } from '@/ui/Tap'
import { SignInAgain } from '@/ui/Trouble'
import { useSay, words } from '@/ui/words'

type Drawn = { spot: SpotView; code: string | undefined; wechat: string | undefined }
const A_PAGE = 6
const PAPER = 'spots-sheet'

/** What is printed, as it will be: labels to cut out, six on a page. */
export function Sheet({ spots: chosen, back }: { spots: SpotView[]; back: () => void }) {
  const say = useSay()
  const { drawn, error } = useDrawn(chosen)
  usePaper(PAPER, 'a4')
  const pages = Array.from({ length: Math.ceil(drawn.length / A_PAGE) }, (_, page) =>
    drawn.slice(page * A_PAGE, (page + 1) * A_PAGE),
  )
  const isReady = drawn.length === chosen.length
  return (
    <View>
      <View className='card stack'>
        <View className='quiet'>{say(spotWords.sheet.note)}</View>
        {isReady && drawn.some(({ wechat }) => !wechat) ? (
          <View className='quiet small'>{say(spotWords.sheet.noWeChat)}</View>
        ) : null}
        <Wrong error={error} />
        <SignInAgain error={error} />
        <View className='row wrap'>
          <Tap look='main' off={!isReady} onTap={print}>
            {say(isReady || error ? spotWords.sheet.go : spotWords.sheet.preparing)}
          </Tap>
          <Tap look='line' onTap={back}>
            {say(words.back)}
          </Tap>
        </View>
      </View>
      <View id={PAPER} className='spots-sheet'>
        {pages.map((labels) => (
          <View key={labels[0]?.spot.id ?? ''} className='spots-page'>
            {labels.map((label) => (
              <Label key={label.spot.id} {...label} />
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}

/** Both languages, whatever the official's own: it hangs in the street. */
function Label({ spot, code, wechat }: Drawn) {
  const say = useSay()
  const { sheet } = spotWords
  return (
    <View className='spots-label'>
      <View className='spots-scan'>{sheet.scan}</View>
      <View className='spots-scan-en'>{sheet.scanEn}</View>
      <View className='spots-codes'>
        {wechat ? (
          <View className='spots-code'>
            <Picture className='spots-picture' src={wechat} name={say(sheet.wechatName, { name: spot.id })} />
            <View>{sheet.byWeChat}</View>
          </View>
        ) : null}
        {code ? (
          <View className='spots-code'>
            <Picture className='spots-picture' src={code} name={say(sheet.codeName, { name: spot.id })} />
            {wechat ? <View>{sheet.byCamera}</View> : null}
          </View>
        ) : null}
      </View>
      <View className='spots-id'>{spot.id}</View>
      <View className='spots-name'>{`${spot.name.zh}${spot.sample ? `（${words.sample.zh}）` : ''}`}</View>
      {spot.name.en ? <View className='spots-name-en'>{spot.name.en}</View> : null}
    </View>
  )
}

/** One after the other: WeChat draws each of its codes anew. */
function useDrawn(chosen: SpotView[]) {
  const [drawn, setDrawn] = useState<Drawn[]>([])
  const [error, setError] = useState<Failure>()
  useEffect(() => {
    let stopped = false
    const draw = async () => {
      const all: Drawn[] = []
      for (const { id } of chosen) {
        const reply = await call(spots, 'spots.code', { id }, 'desk')
        if (stopped) return
        if (!reply.ok) return setError(reply.error)
        const { spot, path, picture } = reply.data
        all.push({ spot, code: await qrCodeOf(path), wechat: picture })
      }
      if (!stopped) setDrawn(all)
    }
    void draw()
    return () => {
      stopped = true
    }
  }, [chosen])
  return { drawn, error }
}

/**
 * WeChat holds back photos, the microphone, the place and the clipboard until the person has agreed to how they are used.
 * The program may ask in its own words; whatever screen is in front shows the question. On the web the browser asks.
 */
import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** What may be about to be used. here: where the phone is now; place: one chosen on a map. */
export type Private = 'photos' | 'voice' | 'here' | 'place' | 'clipboard' | 'other'

type Resolve = (answer: Taro.onNeedPrivacyAuthorization.ResolveOption) => void
type Request = { what: Private; resolve: Resolve; shown: boolean }

/** Several may wait at once: every one of them hangs until it is answered. */
const useRequests = create<{ waiting: Request[] }>(() => ({ waiting: [] }))

/** By the interface that WeChat says has asked. */
const KINDS: [RegExp, Private][] = [
  [/Media|Image|Video|camera/i, 'photos'],
  [/record|voip/i, 'voice'],
  [/^(wx\.)?choose(Location|Poi)/, 'place'],
  [/location/i, 'here'],
  [/clipboard/i, 'clipboard'],
]
export const privateKind = (referrer: string): Private => KINDS.find(([form]) => form.test(referrer))?.[1] ?? 'other'

/** From now on it is this program that asks. Base libraries that know of no such question (before 2.32.3) hold nothing back. */
export function watchPrivacy(): void {
  if (!Taro.onNeedPrivacyAuthorization) return
  Taro.onNeedPrivacyAuthorization((resolve, about) => {
    const what = privateKind(String(about?.referrer ?? ''))
    useRequests.setState(({ waiting }) => ({ waiting: [...waiting, { what, resolve, shown: false }] }))
  })
}

/** What is asked for now, each kind once. */
export function useAskedFor(): Private[] {
  const waiting = useRequests((state) => state.waiting)
  return [...new Set(waiting.map(({ what }) => what))]
}

/** WeChat is told that the person can see the question, once for each that waits. */
export function tellShown(): void {
  for (const request of useRequests.getState().waiting) {
    if (request.shown) continue
    request.shown = true
    request.resolve({ event: 'exposureAuthorization' })
  }
}

/** `buttonId`: WeChat looks whether that button has really been tapped. */
export const agree = (buttonId: string): void => answerAll({ event: 'agree', buttonId })
export const disagree = (): void => answerAll({ event: 'disagree' })

function answerAll(answer: Taro.onNeedPrivacyAuthorization.ResolveOption): void {
  const { waiting } = useRequests.getState()
  // Gone before they are answered: what goes on may ask for the next thing at once.
  useRequests.setState({ waiting: [] })
  for (const { resolve } of waiting) resolve(answer)
}

/** The official text that WeChat keeps for this program. False where it did not open. */
export function openContract(): Promise<boolean> {
  return new Promise((resolve) => {
    if (!Taro.openPrivacyContract) return resolve(false)
    Taro.openPrivacyContract({ success: () => resolve(true), fail: () => resolve(false) })
  })
}

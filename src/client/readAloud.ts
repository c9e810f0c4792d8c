/**
 * Reading aloud, where the platform can by itself: browsers can. A mini program cannot without a plug-in of somebody
 * else's, which would have to be given the words; phones have their own reader for the screen there.
 */
import type { Lang } from '@/contract/phoneRefusals'

/** Whether there is a voice. */
export const canReadAloud = (): boolean => process.env.TARO_ENV === 'h5' && 'speechSynthesis' in window

/** Reads these one after the other, a little slowly; `done` when it is over or was stopped. */
export function readAloud(sentences: string[], lang: Lang, done: () => void): void {
  stopReading()
  sentences.forEach((sentence, index) => {
    const speech = new SpeechSynthesisUtterance(sentence)
    speech.lang = lang === 'zh' ? 'zh-CN' : 'en'
    speech.rate = SLOWLY
    speech.onerror = done
    if (index === sentences.length - 1) speech.onend = done
    window.speechSynthesis.speak(speech)
  })
}
const SLOWLY = 0.9

export function stopReading(): void {
  if (canReadAloud()) window.speechSynthesis.cancel()
}

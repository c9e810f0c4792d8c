import { useSettings } from '@/client/settings'

/** A longer text in the reader's language; in Chinese where nobody has written it in theirs yet. */
export function useToldPart<T>({ zh, en }: { zh: T[]; en: T[] }): T[] {
  const lang = useSettings((settings) => settings.lang)
  return lang === 'en' && en.length ? en : zh
}

/** The beginning of a text that is only to say whether it is worth opening. Chinese says more in a character. */
export function beginning(text: string, lines: 'few' | 'some' = 'some'): string {
  const most = (/[\u4e00-\u9fff]/.test(text) ? 28 : 60) * (lines === 'few' ? 1 : 2)
  return text.length > most ? `${text.slice(0, most).replace(/[，。、；：,.;:\s]+$/, '')}…` : text
}

/** Web pages of others. A mini program may not open them: there the address goes to the clipboard, and WeChat says so. */
import Taro from '@tarojs/taro'

export const opensPages = process.env.TARO_ENV === 'h5'

export function leaveFor(url: string): void {
  if (opensPages) window.open(url, '_blank', 'noopener')
  else void Taro.setClipboardData({ data: url }).catch(() => undefined)
}

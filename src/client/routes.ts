/** Every way from screen to screen. */
import Taro from '@tarojs/taro'

const to = (url: string) => void Taro.navigateTo({ url })
const instead = (url: string) => void Taro.redirectTo({ url })
const tab = (url: string) => void Taro.switchTab({ url })

export const routes = {
  home: () => tab('/pages/home/index'),
  tickets: () => tab('/pages/tickets/index'),
  me: () => tab('/pages/me/index'),
  report: () => to('/pages/report/index'),
  ticket: (no: string) => to(`/pages/ticket/index?no=${encodeURIComponent(no)}`),
  /** After filing: the form is gone from the way back. */
  filed: (no: string) => instead(`/pages/ticket/index?no=${encodeURIComponent(no)}&filed=1`),
  lookup: () => to('/pages/lookup/index'),
  signIn: () => to('/desk/signin/index'),
  /** Signing in on the way: afterwards back to the screen on which it was asked for. */
  signInAgain: () => to('/desk/signin/index?back=1'),
  backOrQueue: () => (Taro.getCurrentPages().length > 1 ? routes.back() : routes.queue()),
  queue: () => instead('/desk/queue/index'),
  deskTicket: (no: string) => to(`/desk/ticket/index?no=${encodeURIComponent(no)}`),
  signedOut: () => Taro.reLaunch({ url: '/desk/signin/index' }),
  back: () => void Taro.navigateBack(),
}

/** The parameters a screen was opened with. */
export function param(params: Partial<Record<string, string>>, name: string): string {
  return decodeURIComponent(params[name] ?? '')
}

/**
 * The ways from screen to screen that residents have; those of officials are in deskRoutes.ts. Categories are called here as the
 * district's menu and the assistant call them: routes[opens]() goes there.
 */
import Taro from '@tarojs/taro'

export const to = (url: string) => void Taro.navigateTo({ url })
export const instead = (url: string) => void Taro.redirectTo({ url })
const tab = (url: string) => void Taro.switchTab({ url })

export const routes = {
  home: () => tab('/pages/home/index'),
  tickets: () => tab('/pages/tickets/index'),
  inbox: () => tab('/pages/inbox/index'),
  me: () => tab('/pages/me/index'),
  report: () => to('/pages/report/index'),
  /** A draft, where it was left. */
  draft: (id: string) => to(`/pages/report/index?draft=${encodeURIComponent(id)}`),
  /** A question to somebody at the desk. */
  askPerson: () => to('/pages/report/index?kind=consult'),
  /** A question, asked at once where there are words. */
  ask: (words = '') => to(`/pages/ask/index${words && `?words=${encodeURIComponent(words)}`}`),
  ticket: (no: string) => to(`/pages/ticket/index?no=${encodeURIComponent(no)}`),
  /** After filing: the form is gone from the way back. */
  filed: (no: string) => instead(`/pages/ticket/index?no=${encodeURIComponent(no)}&filed=1`),
  /** A question that somebody at the desk has now: the page it was asked on stays behind it. */
  handed: (no: string) => to(`/pages/ticket/index?no=${encodeURIComponent(no)}&filed=1`),
  lookup: () => to('/pages/lookup/index'),
  privacy: () => to('/pages/privacy/index'),
  /** What a release, a page or a category is read on. */
  news: (channel = '') => to(`/pages/read/news/index${channel && `?channel=${channel}`}`),
  read: (id: string) => to(`/pages/read/reading/index?id=${encodeURIComponent(id)}`),
  weather: () => to('/pages/read/weather/index'),
  traffic: () => to('/pages/read/traffic/index'),
  hotlines: () => to('/pages/read/hotlines/index'),
  issues: () => to('/pages/read/issues/index'),
  issue: (id: string) => to(`/pages/read/issue/index?id=${encodeURIComponent(id)}`),
  about: (section = '') => to(`/pages/read/about/index${section && `?section=${section}`}`),
  services: () => to('/pages/read/services/index'),
  search: (words = '') => to(`/pages/read/search/index${words && `?words=${encodeURIComponent(words)}`}`),
  alerts: () => to('/pages/read/alerts/index'),
  /** What they want to be told. */
  wishes: () => to('/pages/read/wishes/index'),
  /** A question about a release or a popular issue, or a tip to an appeal. */
  reportAbout: (about: string) => to(`/pages/report/index?about=${encodeURIComponent(about)}`),
  /** What a filing is about: see the contract's About. */
  whatAbout: (about: string): unknown => (/^issue:/.test(about) ? routes.issue(about.slice(6)) : routes.read(about)),
  signIn: () => to('/desk/signin/index'),
  back: () => void Taro.navigateBack(),
}

/** The parameters a screen was opened with. */
export function param(params: Partial<Record<string, string>>, name: string): string {
  return decodeURIComponent(params[name] ?? '')
}

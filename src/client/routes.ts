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
  /** A draft, where it was left. */
  draft: (id: string) => to(`/pages/report/index?draft=${encodeURIComponent(id)}`),
  /** A question to somebody at the desk. */
  askPerson: () => to('/pages/report/index?kind=consult'),
  ticket: (no: string) => to(`/pages/ticket/index?no=${encodeURIComponent(no)}`),
  /** After filing: the form is gone from the way back. */
  filed: (no: string) => instead(`/pages/ticket/index?no=${encodeURIComponent(no)}&filed=1`),
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
  /** A question about a release or a popular issue, or a tip to an appeal. */
  reportAbout: (about: string) => to(`/pages/report/index?about=${encodeURIComponent(about)}`),
  /** What a filing is about: see the contract's About. */
  whatAbout: (about: string): unknown => (/^issue:/.test(about) ? routes.issue(about.slice(6)) : routes.read(about)),
  releases: () => to('/desk/releases/index'),
  release: (id: string) => to(`/desk/release/index?id=${encodeURIComponent(id)}`),
  write: (kind: string, id = '') => to(`/desk/write/index?kind=${kind}${id && `&id=${encodeURIComponent(id)}`}`),
  /** From a ticket: a road event at its place. */
  writeRoad: (ticket: string) => to(`/desk/write/index?kind=road&ticket=${encodeURIComponent(ticket)}`),
  /** After a new release was kept: the form is gone from the way back. */
  written: (id: string) => instead(`/desk/release/index?id=${encodeURIComponent(id)}`),
  /** The first screen of somebody who only publishes. */
  releasesFirst: () => instead('/desk/releases/index'),
  backOrReleases: () => (Taro.getCurrentPages().length > 1 ? routes.back() : routes.releasesFirst()),
  /** Filing for somebody at the window or on the phone. */
  takeFiling: () => to('/desk/file/index'),
  spots: () => to('/desk/spots/index'),
  /** From where the desk is run. */
  people: () => to('/office/people/index'),
  duty: () => to('/office/duty/index'),
  phrases: () => to('/office/phrases/index'),
  routing: () => to('/office/routing/index'),
  figures: () => to('/office/figures/index'),
  audit: (about = '') => to(`/office/audit/index${about && `?about=${encodeURIComponent(about)}`}`),
  myAccount: () => to('/office/me/index'),
  reminders: () => to('/desk/reminders/index'),
  /** A computer asks to be let in: opened by the code on its screen. */
  approve: (offer: string) => to(`/desk/approve/index?offer=${encodeURIComponent(offer)}`),
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

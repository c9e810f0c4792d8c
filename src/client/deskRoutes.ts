/** Every way from screen to screen: apart from routes.ts, so that the main package carries none of these. */
import Taro from '@tarojs/taro'
import { instead, routes as known, to } from './routes'

export { param } from './routes'

export const routes = {
  ...known,
  releases: () => to('/desk/releases/index'),
  release: (id: string) => to(`/desk/release/index?id=${encodeURIComponent(id)}`),
  write: (kind: string, id = '') => to(`/desk/write/index?kind=${kind}${id && `&id=${encodeURIComponent(id)}`}`),
  /** From a ticket: a road event at its place. */
  writeRoad: (ticket: string) => to(`/desk/write/index?kind=road&ticket=${encodeURIComponent(ticket)}`),
  /** After a new release was kept: the form is gone from the way back. */
  written: (id: string) => instead(`/desk/release/index?id=${encodeURIComponent(id)}`),
  /** The first screen of somebody who only publishes. */
  releasesFirst: () => instead('/desk/releases/index'),
  backOrReleases: () => (Taro.getCurrentPages().length > 1 ? known.back() : routes.releasesFirst()),
  /** Filing for somebody at the window or on the phone. */
  takeFiling: () => to('/office/file/index'),
  spots: () => to('/office/spots/index'),
  /** From where the desk is run. */
  people: () => to('/office/people/index'),
  duty: () => to('/office/duty/index'),
  phrases: () => to('/office/phrases/index'),
  routing: () => to('/office/routing/index'),
  figures: () => to('/office/figures/index'),
  audit: (about = '') => to(`/office/audit/index${about && `?about=${encodeURIComponent(about)}`}`),
  blocks: (no = '') => to(`/office/blocks/index${no && `?no=${encodeURIComponent(no)}`}`),
  myAccount: () => to('/office/me/index'),
  /** Cases about the same thing: all of them, or one heap with its answer. */
  groups: () => to('/office/groups/index'),
  groupsLike: (no: string) => to(`/office/groups/index?no=${encodeURIComponent(no)}`),
  group: (id: string) => to(`/office/group/index?id=${encodeURIComponent(id)}`),
  reminders: () => to('/office/reminders/index'),
  /** A computer asks to be let in: opened by the code on its screen. */
  approve: (offer: string) => to(`/office/approve/index?offer=${encodeURIComponent(offer)}`),
  /** Signing in on the way: afterwards back to the screen on which it was asked for. */
  signInAgain: () => to('/desk/signin/index?back=1'),
  backOrQueue: () => (Taro.getCurrentPages().length > 1 ? known.back() : routes.queue()),
  queue: () => instead('/desk/queue/index'),
  deskTicket: (no: string) => to(`/desk/ticket/index?no=${encodeURIComponent(no)}`),
  signedOut: () => Taro.reLaunch({ url: '/desk/signin/index' }),
}

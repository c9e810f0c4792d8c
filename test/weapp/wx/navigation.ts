// Going from page to page, and what belongs to the page in front: its title, its pull-down, the tab bar.

import { fail } from '../device'
import type { Pages } from '../pages'
import { type Api, asynchronous, type Kit, type Options } from './convention'

const OF_TAB_PAGES = `setTabBarBadge removeTabBarBadge showTabBarRedDot hideTabBarRedDot setTabBarItem setTabBarStyle
  showTabBar hideTabBar`.split(/\s+/)

export function navigationApi(kit: Kit, pages: Pages): Api {
  const going = (name: string, go: (url: string) => unknown) =>
    asynchronous(kit, name, ({ url }) => (typeof url === 'string' ? go(url) : fail('invalid url')))
  const ofTabPages = OF_TAB_PAGES.map((name) => [
    name,
    asynchronous(kit, name, () => (pages.onTab() ? undefined : fail('not TabBar page'))),
  ])
  return {
    navigateTo: going('navigateTo', pages.navigateTo),
    redirectTo: going('redirectTo', pages.redirectTo),
    reLaunch: going('reLaunch', pages.reLaunch),
    switchTab: going('switchTab', pages.switchTab),
    navigateBack: asynchronous(kit, 'navigateBack', ({ delta = 1 }) => pages.back(Number(delta))),
    setNavigationBarTitle: asynchronous(kit, 'setNavigationBarTitle', (options) => retitle(pages, options)),
    startPullDownRefresh: asynchronous(kit, 'startPullDownRefresh', () => {
      pages.top()?.call('onPullDownRefresh')
    }),
    ...Object.fromEntries(ofTabPages),
  }
}

function retitle(pages: Pages, { title }: Options): undefined {
  const page = pages.top()
  if (page) page.title = String(title)
  return undefined
}

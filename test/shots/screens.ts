/** Every screen there is, by name: how it is reached, and by whom. For the pictures, and for tests that visit them all. */

/** What is in the seeded town that a screen can be opened with. */
export type Things = {
  ticket: string
  /** The id of a sample release, by its name in the sample content. */
  release: (name: string) => string
}
/** worker: the citizen of the first scenario. The others are accounts of sample officials. */
export type Viewer = 'anyone' | 'worker' | 'wang' | 'lin' | 'gao'
/** `choose`: how the name of a choice begins that is taken before the picture. */
export type Shot = { name: string; who: Viewer; route: string | ((things: Things) => string); choose?: string }

const read = (name: string) => (things: Things) => `pages/read/reading/index?id=${things.release(name)}`
const deskRelease = (name: string) => (things: Things) => `desk/release/index?id=${things.release(name)}`

/** On a phone, each as it looks in every one of the looks. */
export const CITIZEN_SCREENS: Shot[] = [
  { name: 'home', who: 'worker', route: 'pages/home/index' },
  { name: 'tickets', who: 'worker', route: 'pages/tickets/index' },
  { name: 'ticket', who: 'worker', route: ({ ticket }) => `pages/ticket/index?no=${ticket}` },
  { name: 'me', who: 'worker', route: 'pages/me/index' },
  { name: 'report', who: 'worker', route: 'pages/report/index' },
  { name: 'lookup', who: 'anyone', route: 'pages/lookup/index' },
  { name: 'news', who: 'anyone', route: 'pages/read/news/index' },
  { name: 'article', who: 'anyone', route: read('article pipes') },
  { name: 'weather', who: 'anyone', route: 'pages/read/weather/index' },
  { name: 'traffic', who: 'anyone', route: 'pages/read/traffic/index' },
  { name: 'hotlines', who: 'anyone', route: 'pages/read/hotlines/index' },
  { name: 'issues', who: 'anyone', route: 'pages/read/issues/index' },
  { name: 'issue', who: 'anyone', route: 'pages/read/issue/index?id=motorway-exit' },
  { name: 'about', who: 'anyone', route: 'pages/read/about/index' },
  { name: 'sights', who: 'anyone', route: 'pages/read/about/index?section=sight' },
  { name: 'page', who: 'anyone', route: read('sight wetland') },
  { name: 'services', who: 'anyone', route: 'pages/read/services/index' },
  { name: 'search', who: 'anyone', route: `pages/read/search/index?words=${encodeURIComponent('停电')}` },
  { name: 'appeal', who: 'anyone', route: read('appeal camera') },
  { name: 'alerts', who: 'anyone', route: 'pages/read/alerts/index' },
  { name: 'alert', who: 'anyone', route: read('alert wind') },
]

/** On a computer at the desk. */
export const DESK_SCREENS: Shot[] = [
  { name: 'sign-in', who: 'anyone', route: 'desk/signin/index' },
  { name: 'queue', who: 'wang', route: 'desk/queue/index' },
  { name: 'ticket', who: 'wang', route: ({ ticket }) => `desk/ticket/index?no=${ticket}` },
  { name: 'releases', who: 'lin', route: 'desk/releases/index' },
  { name: 'releases-to-sign', who: 'gao', route: 'desk/releases/index', choose: '待我签' },
  { name: 'releases-published', who: 'lin', route: 'desk/releases/index', choose: '已发布' },
  { name: 'release', who: 'lin', route: deskRelease('article pipes') },
  { name: 'release-to-sign', who: 'gao', route: deskRelease('article beach') },
  { name: 'release-alert', who: 'gao', route: deskRelease('alert wind') },
  { name: 'write-article', who: 'lin', route: 'desk/write/index?kind=article' },
  { name: 'write-alert', who: 'lin', route: 'desk/write/index?kind=alert' },
  { name: 'write-page', who: 'lin', route: 'desk/write/index?kind=page' },
  { name: 'write-road', who: 'lin', route: 'desk/write/index?kind=road' },
  { name: 'write-hotline', who: 'lin', route: 'desk/write/index?kind=hotline' },
  { name: 'write-service', who: 'lin', route: 'desk/write/index?kind=service' },
  { name: 'write-appeal', who: 'lin', route: 'desk/write/index?kind=appeal' },
  { name: 'write-menu', who: 'lin', route: 'desk/write/index?kind=menu' },
]

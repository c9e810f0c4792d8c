const weapp = process.env.TARO_ENV === 'weapp'

/** theme.json names exist on the mini program only; the web build takes the light value and its own dark rules in app.css. */
const themed = <T extends string>(name: string, light: T): T => (weapp ? (`@${name}` as T) : light)

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/tickets/index', 'pages/inbox/index', 'pages/me/index'],
  subPackages: [
    // What is opened from a first screen, fetched while that is looked at: the main package is what everybody waits for.
    { root: 'pages/report', pages: ['index'] },
    { root: 'pages/ticket', pages: ['index'] },
    { root: 'pages/ask', pages: ['index'] },
    { root: 'pages/lookup', pages: ['index'] },
    { root: 'pages/privacy', pages: ['index'] },
    {
      root: 'pages/read',
      pages: [
        'news/index',
        'reading/index',
        'weather/index',
        'traffic/index',
        'hotlines/index',
        'issues/index',
        'issue/index',
        'about/index',
        'services/index',
        'search/index',
        'alerts/index',
        'wishes/index',
      ],
    },
    {
      root: 'desk',
      pages: ['signin/index', 'queue/index', 'ticket/index', 'releases/index', 'release/index', 'write/index'],
    },
    // What officials open from the queue, fetched while they work: one package would be too large for both.
    {
      root: 'office',
      pages: [
        'people/index',
        'duty/index',
        'phrases/index',
        'routing/index',
        'figures/index',
        'audit/index',
        'blocks/index',
        'me/index',
        'file/index',
        'spots/index',
        'groups/index',
        'group/index',
        'reminders/index',
        'approve/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': {
      network: 'all',
      packages: ['pages/report', 'pages/ticket', 'pages/ask', 'pages/lookup', 'pages/read'],
    },
    'desk/queue/index': { network: 'all', packages: ['office'] },
  },
  window: {
    navigationStyle: 'default', // the web build draws a bar only when this is said
    navigationBarTitleText: '民呼',
    navigationBarBackgroundColor: themed('bar', '#ffffff'),
    navigationBarTextStyle: themed('barText', 'black'),
    backgroundColor: themed('ground', '#f4f6f9'),
    backgroundTextStyle: 'light',
  },
  tabBar: {
    color: themed('tabText', '#55606f'),
    selectedColor: themed('tabOn', '#0b57b7'),
    backgroundColor: themed('bar', '#ffffff'),
    borderStyle: themed('tabLine', 'black'),
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/tickets/index',
        text: '办件',
        iconPath: 'assets/tab/tickets.png',
        selectedIconPath: 'assets/tab/tickets-on.png',
      },
      {
        pagePath: 'pages/inbox/index',
        text: '消息',
        iconPath: 'assets/tab/inbox.png',
        selectedIconPath: 'assets/tab/inbox-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tab/me.png',
        selectedIconPath: 'assets/tab/me-on.png',
      },
    ],
  },
  permission: { 'scope.userLocation': { desc: '用于填写您反映问题的地点' } },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  // Accepted by WeChat, not yet in Taro's types: older developer tools need it to ask for privacy consent.
  ...(weapp && { __usePrivacyCheck__: true }),
})

/** The audit itself, of what is run, drawn and checked: the build as it is breaks no rule, and each change those beside it. */
import { chromiumPath } from '../browser/chromium'
import { BUILT_FOR, type ScreenName } from '../weapp/screens'
import {
  adds,
  appJson,
  broken,
  copiesTheBuild,
  draws,
  NAME,
  PAGE,
  type Row,
  runs,
  says,
  sorted,
  unbroken,
} from './changes'
import { TOOLS_ARE_THERE } from './compilers'
import type { Sight } from './rule'

/** The project checker reads a thousand files before it starts. */
const PATIENCE = 180_000
const { CHECKED, LOCATION, CALLS, OPENING, BOUND, HUGE, LARGE, REQUESTS, WRONG, TINY, SMALL, PALE, BENT, WIDE, CUT } =
  NAME

copiesTheBuild()

const SCREENS: Row[] = [
  ['30 setData in a row', [CALLS, OPENING], runs('onReady', 'for(var i=0;i<30;i++)this.setData({"root.sid":i})')],
  ['3 setData more', [OPENING], runs('onReady', 'for(var i=0;i<3;i++)this.setData({"root.sid":i})')],
  [
    'a name no template knows',
    [BOUND],
    runs('onLoad', 'var real=this.setData;this.setData=function(d,f){d["root.nobody"]=1;real.call(this,d,f)}'),
  ],
  ['1,100 nodes side by side', [HUGE, LARGE], draws('<view wx:for="{{1100}}" wx:key="*this"></view>')],
  [
    '644 nodes',
    [LARGE],
    draws('<view wx:for="{{14}}" wx:key="*this"><view wx:for="{{45}}" wx:key="*this"></view></view>'),
  ],
  ['11 requests', [REQUESTS], runs('onReady', `for(var i=0;i<11;i++)wx.request({url:"${BUILT_FOR}/healthz"})`)],
  ['an error', [WRONG], runs('onReady', 'setTimeout(function(){throw Error("lost")},0)')],
]

const BROWSER: Row[] = [
  ['a button of 10 points', [TINY, SMALL], draws('<view bindtap="eh" style="width:10px;height:10px"></view>')],
  ['a button of 30 points', [SMALL], draws('<view bindtap="eh" style="width:300px;height:30px"></view>')],
  [
    'a button of 50 points, in care mode too',
    [SMALL],
    draws('<view bindtap="eh" style="width:50px;height:50px"></view>'),
  ],
  ['light grey on white', [PALE], adds('app-origin.wxss', '.quiet{color:#c4c4c4}')],
  [
    'dark grey on black, in dark mode only',
    [PALE],
    adds('app-origin.wxss', '@media (prefers-color-scheme:dark){.quiet{color:#555}}'),
  ],
  ['words half seen through', [PALE], adds('app-origin.wxss', '.quiet{opacity:.5}')],
  [
    'a stretched picture',
    [BENT],
    draws('<image src="/assets/icon/camera.svg" style="width:100px;height:40px"></image>'),
  ],
  ['a box of 900 rpx', [WIDE], draws('<view style="width:900rpx;height:20px"></view>')],
  ['words in too low a box', [CUT], draws('<view style="height:10px;overflow:hidden">看不全的字</view>')],
  [
    'words that leave their button',
    [CUT],
    adds('app-origin.wxss', '.screen.care .tap.main{max-height:60px;font-size:90px}'),
  ],
]

const CHECKER: Row[] = [
  ['a setting that is none', [CHECKED], says(`${PAGE}.json`, '{', '{"navigationBarTextStyle":"purple",')],
  [
    'a private interface that does not exist',
    [CHECKED, LOCATION],
    appJson((app) => ({ ...app, requiredPrivateInfos: ['getLocation', 'getSecrets'] })),
  ],
]

describe('the build as it is', () => {
  const sights: Sight[] = ['screens', 'browser', 'checker']
  it.each(sights)(
    'breaks no rule (%s)',
    async (sight) => {
      expect(await broken(sight)).toEqual([])
    },
    PATIENCE,
  )
})

describe('run', () => {
  it.each(SCREENS)('%s', async (_what, rules, change) => {
    change()
    expect(sorted(await broken('screens'))).toEqual(sorted(rules))
  })
})

/** Where somebody files, in every state of it: in care mode too everything is large enough to tap and can be read. */
const FILING: ScreenName[] = [
  ...(['the form', 'the form, filled', 'the form, unfolded', 'the form, waiting', 'the form, in danger'] as const),
  ...(['the form of a code', 'my tickets with ten drafts', 'home with the line of drafts'] as const),
  ...(['filing at the desk', 'things with a code'] as const),
]

const inBrowser = chromiumPath() ? describe : describe.skip
inBrowser('drawn', () => {
  it(
    'the screens of filing break no rule',
    async () => {
      expect(await broken('browser', undefined, FILING)).toEqual([])
    },
    PATIENCE,
  )

  it.each(BROWSER)('%s', async (_what, rules, change) => {
    change()
    expect(sorted(await broken('browser'))).toEqual(sorted(rules))
  })
})

const withTools = TOOLS_ARE_THERE ? describe : describe.skip
withTools("WeChat's project checker", () => {
  it.each(CHECKER)(
    '%s',
    async (_what, rules, change) => {
      change()
      expect(sorted(await broken('checker'))).toEqual(sorted(rules))
    },
    PATIENCE,
  )
})

it('every rule that is run, drawn or checked has a change above that breaks it', () => {
  const changed = [...SCREENS, ...BROWSER, ...CHECKER].flatMap(([, rules]) => rules)
  expect(unbroken(['screens', 'browser', 'checker'], changed)).toEqual([])
})

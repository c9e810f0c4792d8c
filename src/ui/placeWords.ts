/** The words about pointing at a place on a map, and finding one by its name. */
import { w } from './word'

export const placeWords = {
  open: w('在地图上标位置', 'Point on the map'),
  close: w('收起地图', 'Close the map'),
  map: w('地图', 'Map'),
  loading: w('地图正在打开…', 'The map is opening…'),
  failed: w('地图打不开，请用文字写地点。', 'The map does not open. Please write the place.'),
  hintPhone: w('在地图上点一下，就是那里。', 'Tap the map where it is.'),
  hintWeb: w(
    '在地图上点一下，就是那里。用键盘：方向键移动，回车键定在中间。',
    'Click the map where it is. By keyboard: arrows move it, Enter marks its middle.',
  ),
  bare: w('没有底图，只有地名。', 'There is no map ground here, only the names of places.'),
  chooser: w('按地址找', 'Find an address'),
  nearer: w('放大', 'Zoom in'),
  farther: w('缩小', 'Zoom out'),
  middle: w('定在地图中间', 'Mark the middle'),
  marked: w('✓ 已在地图上标好', '✓ Marked on the map'),
  unmark: w('去掉标记', 'Remove the mark'),
  /** `{way}` one of the eight below. */
  near: w('{name}{way}约 {d}', 'about {d} {way} of {name}'),
  at: w('就在{name}', 'at {name}'),
  markedAt: w('已标在：{where}', 'Marked: {where}'),
  middleAt: w('地图中间：{where}', 'Middle of the map: {where}'),
  ways: [
    w('北边', 'north'),
    w('东北', 'north-east'),
    w('东边', 'east'),
    w('东南', 'south-east'),
    w('南边', 'south'),
    w('西南', 'south-west'),
    w('西边', 'west'),
    w('西北', 'north-west'),
  ],
  metres: w('{n} 米', '{n} m'),
  kilometres: w('{n} 公里', '{n} km'),
  search: {
    label: w('找地点', 'Find a place'),
    hint: w('例如：区政府', 'Such as: town hall'),
    go: w('查找', 'Find'),
    busy: w('正在查找…', 'Looking…'),
    none: w('没有找到，请直接写地点，一样能提交。', 'Nothing found. Just write the place; that is enough.'),
    failed: w(
      '现在查不了，请直接写地点，一样能提交。',
      'The search does not work now. Just write the place; that is enough.',
    ),
    found: w('找到 {n} 处，点一下就用它', '{n} found; tap one to use it'),
    chosen: w('已填上：{name}', 'Filled in: {name}'),
    from: {
      district: w('来自本区地名', 'From the district’s own list'),
      tencent: w('地点来自腾讯位置服务', 'Places by Tencent'),
      amap: w('地点来自高德地图', 'Places by Amap'),
    },
  },
} as const

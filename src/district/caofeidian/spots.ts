/**
 * Sample things with a code on them (示例). Streets and towns are real; which lamp post or stop stands where is not, so that
 * they have words for a place. Only the seat of the district government has a point, the one that is published.
 */
import type { SPOT_KINDS } from '@/contract/spots'
import type { Point } from '@/core/ticket'

export type SampleSpot = {
  id: string
  kind: (typeof SPOT_KINDS)[number]
  name: string
  nameEn: string
  address: string
  category?: string
  point?: Point
}

export const spots: SampleSpot[] = [
  {
    id: 'LAMP-0001',
    kind: 'lamp',
    name: '垦丰大街 1 号灯杆',
    nameEn: 'Kenfeng Street, lamp 1',
    address: '唐海镇垦丰大街（示例位置）',
    category: 'light',
  },
  {
    id: 'LAMP-0002',
    kind: 'lamp',
    name: '垦丰大街 2 号灯杆',
    nameEn: 'Kenfeng Street, lamp 2',
    address: '唐海镇垦丰大街（示例位置）',
    category: 'light',
  },
  {
    id: 'STOP-0001',
    kind: 'stop',
    name: '区政府公交站',
    nameEn: 'District government bus stop',
    address: '唐海镇垦丰大街区政府附近（示例位置）',
    category: 'traffic',
  },
  {
    id: 'WIN-0001',
    kind: 'window',
    name: '民呼服务窗口',
    nameEn: 'Minhu service window',
    address: '唐海镇垦丰大街 23 号',
    point: { lat: 39.2719, lng: 118.4478 },
  },
  {
    id: 'BIN-0001',
    kind: 'bin',
    name: '垃圾收集点 1 号',
    nameEn: 'Waste collection point 1',
    address: '唐海镇（示例位置）',
    category: 'clean',
  },
]

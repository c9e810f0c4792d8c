/** The words of emergency notices on every screen; those of their own page are in alertPageWords.ts. */
import type { EMERGENCY } from '@/client/emergency'
import type { AlertLine } from '@/contract/lines'
import { type Words, w } from './word'

/** The colour is said, never only shown. */
export const levels: Record<AlertLine['colour'], Words> = {
  blue: w('蓝色', 'Blue'),
  yellow: w('黄色', 'Yellow'),
  orange: w('橙色', 'Orange'),
  red: w('红色', 'Red'),
}

export const banner = {
  name: w('紧急通知', 'Emergency notice'),
  more: w('还有 {n} 条', '{n} more'),
  asOf: w('截至{t}', 'As of {t}'),
  numbers: w('紧急电话，没有网络也能打', 'Emergency numbers work without a connection'),
}

export const emergency: Record<(typeof EMERGENCY)[number], Words> = {
  110: w('报警', 'Police'),
  119: w('火警', 'Fire'),
  120: w('急救', 'Ambulance'),
  122: w('交通事故', 'Road accident'),
  12395: w('海上遇险', 'Rescue at sea'),
  12345: w('政务热线', 'Government'),
}

/** The words of emergency notices on every screen; those of their own page are in alertPageWords.ts. */
import type { AlertLine } from '@/contract/lines'
import { type Words, w } from './word'

/** The colour is said, never only shown. */
export const levels: Record<AlertLine['colour'], Words> = {
  blue: w('蓝色', 'Blue'),
  yellow: w('黄色', 'Yellow'),
  orange: w('橙色', 'Orange'),
  red: w('红色', 'Red'),
}

export const alertWords = {
  name: w('紧急通知', 'Emergency notice'),
  more: w('还有 {n} 条', '{n} more'),
  asOf: w('截至{t}', 'As of {t}'),
  numbers: w('紧急电话，没有网络也能打', 'Emergency numbers work without a connection'),
}

/** Nationwide numbers, the same for everybody; they are here so that they need no network. */
export const emergencyNumbers: readonly (readonly [number: string, purpose: Words])[] = [
  ['110', w('报警', 'Police')],
  ['119', w('火警救援', 'Fire, rescue')],
  ['120', w('医疗急救', 'Ambulance')],
  ['122', w('交通事故', 'Road accident')],
  ['12395', w('水上遇险', 'Danger at sea')],
  ['12345', w('政务热线', 'Government')],
]

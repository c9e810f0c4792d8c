/** Which values WeChat takes in the fields of its templates: its own table (订阅消息参数值内容限制), written down a second time. */
import type { FieldType } from '@/core/template'

const TIME = String.raw`([01]?\d|2[0-3]):[0-5]\d`
const DAY = String.raw`\d{4}年(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日`

export const ACCEPTED: Record<FieldType, RegExp> = {
  thing: /^[^\p{Cc}\p{Surrogate}]{1,20}$/u,
  short_thing: /^[^\p{Cc}\p{Surrogate}]{1,5}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  number: /^(?=.{1,32}$)\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[\p{P}\p{S}]{1,5}$/u,
  time: new RegExp(`^(${DAY} )?${TIME}$`),
  date: new RegExp(`^${DAY}( ${TIME})?$`),
  amount: /^[^\d元]?(?=\d{1,10}(\.|元|$))\d+(\.\d+)?元?$/,
  phone_number: /^[\d+()-]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Z\d][A-Z\d]{1,6}[\p{Script=Han}A-Z\d]$/u,
  name: /^([^\d\p{Cc}\p{Surrogate}]{1,10}|[ -~]{1,20})$/u,
}

/** A value that WeChat takes; characters outside the basic plane counted twice, so that it fits whichever way they count. */
export const isAccepted = (type: FieldType, value: string): boolean =>
  ACCEPTED[type].test(value) && value.length <= (LONGEST[type] ?? value.length)

const LONGEST: Partial<Record<FieldType, number>> = { thing: 20, short_thing: 5, phrase: 5, symbol: 5, name: 20 }

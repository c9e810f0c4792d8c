/** How sample content is written down: what it says, when it was published, by whom, and whether it is made up. */
import type { Content } from '@/contract/content'
import { dayAfter, dayOf } from '@/core/deadline'
import type { Bilingual } from '@/core/district'
import type { PictureName } from '../pictures'

/** Moments and days counted from the day of the seeding, so that the sample district is never out of date. */
export type Dates = {
  /** So many hours from now; negative: before. */
  at(hours: number): string
  /** The day so many days from now: 11月28日. */
  zh(days: number): string
  /** The same day: 28 November. */
  en(days: number): string
}

export type Sample = {
  /** Its key: seeding again finds the same release. */
  name: string
  /** Made up, and says so (示例). Only what somebody has checked is not. */
  sample: boolean
  /** The official who wrote it. */
  by: string
  hoursBack: number
  /** How many days after it was written somebody must look at it again. */
  reviewDays?: number
  pictures?: PictureName[]
  content: (on: Dates) => Content
  /** It stays at the desk: being written, or waiting for a signature. */
  stays?: 'writing' | 'submitted'
  /** A second edition. */
  corrected?: { hoursBack: number; change: Bilingual; content: (on: Dates) => Content }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Dates counted from this moment. */
export function datesFrom(now: Date): Dates {
  const dayOn = (days: number): number[] => dayAfter(dayOf(now.toISOString()), days).split('-').map(Number)
  return {
    at: (hours) => new Date(now.getTime() + hours * 3_600_000).toISOString(),
    zh(days) {
      const [, month, day] = dayOn(days)
      return `${month}月${day}日`
    },
    en(days) {
      const [, month = 1, day] = dayOn(days)
      return `${day} ${MONTHS[month - 1]}`
    },
  }
}

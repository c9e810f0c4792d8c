/** The hours of the desk, and who sits there. */
import type { Official } from '@/core/actor'
import type { Context } from './context'

export const duty = {}

/** How many reminders this official has not looked at. */
export async function unseenReminders(_me: Official, _ctx: Context): Promise<number> {
  return 0
}

/** What the official who sits here may do, as the server last said: only for what is shown, the server checks. */
import type { Output } from '@/contract'

type Duty = Output<'desk.queue'>['me']['duties'][number]
let known: readonly Duty[] = []

/** Who has nothing to do with tickets has no queue: their desk is the one that publishes. */
export const worksOnTickets = (duties: readonly Duty[]): boolean =>
  (['answer', 'dispatch', 'sign', 'review'] as const).some((duty) => duties.includes(duty))

export const keepDuties = (duties: readonly Duty[]): void => {
  known = duties
}
export const hasDuty = (duty: Duty): boolean => known.includes(duty)

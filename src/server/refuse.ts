import type { Reason } from '@/contract/refusals'

/** Thrown by a handler, caught by `handle`, which turns it into an error value: callers never see an exception. */
export class Refused extends Error {
  constructor(
    readonly reason: Reason,
    readonly names: Record<string, string> = {},
    readonly field?: string,
  ) {
    super(reason)
  }
}

export function refuse(reason: Reason, names: Record<string, string> = {}, field?: string): never {
  throw new Refused(reason, names, field)
}

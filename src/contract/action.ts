import type { GenericSchema } from 'valibot'
import type { Role } from '@/core/actor'

/** One thing a client may ask for: who may ask, what it takes, what it gives back. */
export const action = <const R extends readonly Role[], I extends GenericSchema, O extends GenericSchema>(
  who: R,
  takes: I,
  gives: O,
) => ({ who, takes, gives })

import type { GenericSchema, InferInput, InferOutput } from 'valibot'
import type { Role } from '@/core/actor'

/** One thing a client may ask for: who may ask, what it takes, what it gives back. */
export const action = <const R extends readonly Role[], I extends GenericSchema, O extends GenericSchema>(
  who: R,
  takes: I,
  gives: O,
) => ({ who, takes, gives })

type AnyAction = { who: readonly Role[]; takes: GenericSchema; gives: GenericSchema }
/** A part of the contract: its actions by name. */
export type Topic = Record<string, AnyAction>
/** What a client sends for an action, and what it is given. */
export type Asked<A extends AnyAction> = InferInput<A['takes']>
export type Given<A extends AnyAction> = InferOutput<A['gives']>

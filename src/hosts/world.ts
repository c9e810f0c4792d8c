import type { Context } from '@/server/context'

/** What stays the same from request to request: the drivers that a host chose, and its district. */
export type World = Omit<
  Context,
  'caller' | 'token' | 'device' | 'here' | 'openid' | 'lang' | 'address' | 'now' | 'sample'
> & { clock: () => Date }

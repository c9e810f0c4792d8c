/** Who is asking. Hosts find it out; rules only read it. */
/** sign: heads a unit: signs what it publishes, and watches over its tickets. */
export const DUTIES = ['answer', 'dispatch', 'author', 'review', 'sign', 'admin'] as const
export type Duty = (typeof DUTIES)[number]

/** `openid` where they came through WeChat. */
export type Citizen = { role: 'citizen'; id: string; openid?: string }
export type Official = { role: 'official'; id: string; name: string; unit: string; duties: Duty[] }
/** wechat: WeChat's own server, which pushes verdicts and events. */
export type Actor = { role: 'anyone' } | Citizen | Official | { role: 'timer' } | { role: 'wechat' }
export type Role = Actor['role']

export const hasDuty = (actor: Actor, duty: Duty): boolean => actor.role === 'official' && actor.duties.includes(duty)

/** A computer that asks a signed-in phone to let somebody in. */
import type { Context } from './context'
import type { Handlers } from './handle'
import { idOf, newId } from './ids'
import { limit } from './limit'
import { isActive, type OfficialRecord } from './officials'
import { Conflict, type Doc, Missing } from './ports'
import { refuse } from './refuse'
import { holds } from './session'
import { enter } from './signIn'

/** Of `secret` and of the network only hashes are kept. `official`: who said yes. `session`: in which of theirs. */
type OfferRecord = {
  state: 'open' | 'approved' | 'refused'
  secret: string
  digits: string
  device: string
  network: string
  label: string
  at: string
  until: string
  official?: string
  session?: string
}

const LIFE = 2 * 60_000
const idFor = (offer: string): string => idOf('offer', offer)
const networkOf = ({ address }: Context): string => idOf('network', address)

export const offers: Pick<Handlers, 'desk.offer' | 'desk.collect' | 'desk.offered' | 'desk.approve'> = {
  async 'desk.offer'({ label }, ctx) {
    await limit('desk.offer', ctx.address, ctx)
    const device = ctx.device ?? refuse('device-missing')
    const [offer, secret] = [newId(ctx.chance), newId(ctx.chance)]
    const digits = String((Buffer.from(ctx.chance.bytes(4)).readUInt32BE() % 90) + 10)
    const [at, until] = [ctx.now.toISOString(), new Date(ctx.now.getTime() + LIFE).toISOString()]
    const record: OfferRecord = {
      ...{ state: 'open', secret: idOf('secret', secret), digits, device, network: networkOf(ctx), label, at, until },
    }
    await ctx.store.insert('offers', idFor(offer), record)
    return { offer, secret, digits, until }
  },

  async 'desk.collect'({ offer, secret }, ctx) {
    const found = await ctx.store.get<OfferRecord>('offers', idFor(offer))
    if (!found || isOver(found, ctx)) return { is: 'over' }
    if (found.secret !== idOf('secret', secret) || found.device !== ctx.device) return { is: 'over' }
    if (found.state === 'open') return { is: 'waiting' }
    // Whoever removes it has it: it lets nobody in twice.
    if (!(await used(found, ctx))) return { is: 'over' }
    if (found.state === 'refused') return { is: 'refused' }
    // Whose phone was taken from them since has let nobody in.
    if (!(await holds(found.session ?? '', ctx))) return { is: 'over' }
    const official = await ctx.store.get<OfficialRecord>('officials', found.official ?? '')
    if (!official || !isActive(official, ctx.production)) return { is: 'over' }
    return enter(official, 'scan', found.label, ctx)
  },

  async 'desk.offered'({ offer }, ctx) {
    await limit('desk.approve', idOfOfficial(ctx), ctx)
    const { label, at, until, network } = await openOffer(offer, ctx)
    return { label, at, until, near: network === networkOf(ctx) }
  },

  async 'desk.approve'({ offer, digits, yes }, ctx) {
    const official = idOfOfficial(ctx)
    await limit('desk.approve', official, ctx)
    const found = await openOffer(offer, ctx)
    const isRight = digits === found.digits
    const session = ctx.here?.id ?? refuse('signed-out')
    const set = yes && isRight ? { state: 'approved', official, session } : { state: 'refused' }
    await ctx.store.update('offers', found.id, found.version, { set }).catch((error: unknown) => {
      if (error instanceof Conflict || error instanceof Missing) return refuse('offer-over')
      throw error
    })
    if (yes && !isRight) return refuse('digits-wrong', {}, 'digits')
    return {}
  },
}

const isOver = ({ until }: OfferRecord, { now }: Context): boolean => until <= now.toISOString()

const idOfOfficial = ({ caller }: Context): string => (caller.role === 'official' ? caller.id : refuse('not-allowed'))

async function openOffer(offer: string, ctx: Context): Promise<OfferRecord & Doc> {
  const found = await ctx.store.get<OfferRecord>('offers', idFor(offer))
  return found?.state === 'open' && !isOver(found, ctx) ? found : refuse('offer-over')
}

async function used({ id, version }: Doc, { store }: Context): Promise<boolean> {
  try {
    await store.remove('offers', id, version)
    return true
  } catch (error) {
    if (error instanceof Conflict || error instanceof Missing) return false
    throw error
  }
}

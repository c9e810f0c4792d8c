/** Who may do what to a release, and what it becomes: the table of its life, and the clock. Who signs: signing.ts. */
import { type Actor, hasDuty } from './actor'
import { MINUTE, type Moment, momentOf } from './deadline'
import {
  type Draft,
  type Edition,
  type PublishingSetting,
  RELEASE_COMMANDS,
  type Release,
  type ReleaseCommand,
  type ReleaseCommandName,
  type ReleaseKind,
  type ReleaseRefusal,
  type ReleaseStatus,
  type Signature,
  type Stage,
} from './release'
import { closedToSigning, isSigner, missingSeats, owedBy, seatFor, toSign } from './signing'
import type { Person } from './ticket'

/** writer: may write for the unit it belongs to. signer: has a duty that a seat of its level asks for. */
type Part = 'writer' | 'signer' | 'timer'
/** Where a command may be given; no `statuses`: whatever is out. */
type Rule = { who: readonly Part[]; stages?: readonly (Stage | 'none')[]; statuses?: readonly ReleaseStatus[] }

const PREPARED = ['writing', 'submitted', 'signed', 'scheduled'] as const
const OUT = ['published', 'stale'] as const

export const PUBLISHING: Record<ReleaseCommandName, Rule> = {
  write: { who: ['writer'], stages: ['none', ...PREPARED] },
  submit: { who: ['writer'], stages: ['writing'] },
  // Also where an edition went out before its signatures: see toSign of signing.ts.
  sign: { who: ['signer'], stages: ['submitted'] },
  return: { who: ['signer'], stages: ['submitted', 'signed', 'scheduled'] },
  publish: { who: ['writer', 'signer'], stages: ['signed', 'scheduled'] },
  override: { who: ['writer', 'signer'], stages: ['writing', 'submitted'] },
  drop: { who: ['writer'], stages: PREPARED },
  withdraw: { who: ['writer', 'signer'], statuses: OUT },
  close: { who: ['writer'], statuses: OUT },
  renew: { who: ['writer'], statuses: OUT },
  lapse: { who: ['timer'] },
}

/** Of these kinds a release may go out before it is signed; of these it has an ending that people are told. */
const MAY_OVERRIDE: readonly ReleaseKind[] = ['alert']
const MAY_CLOSE: readonly ReleaseKind[] = ['appeal']
/** What has no meaning without an end. */
const MUST_EXPIRE: readonly ReleaseKind[] = ['alert', 'appeal']

export type ReleaseDecision = { ok: true; release: Release } | { ok: false; refusal: ReleaseRefusal }

/** An official of the unit, or of the district office, who writes. The menu is everybody's: an admin writes it. */
export function mayWrite(actor: Actor, kind: ReleaseKind, unit: string, office: string): boolean {
  if (actor.role !== 'official') return false
  if (kind === 'menu') return hasDuty(actor, 'admin')
  return hasDuty(actor, 'author') && (actor.unit === unit || actor.unit === office)
}

/** Every release at the desk is seen by those who write for its unit and by all who sign. */
export const maySeeRelease = (actor: Actor, { kind, unit }: Release, office: string): boolean =>
  mayWrite(actor, kind, unit, office) || hasDuty(actor, 'review') || hasDuty(actor, 'sign')

const partsOf = (actor: Actor, { kind, unit }: Release, office: string): Part[] => {
  if (actor.role === 'timer') return ['timer']
  return [
    ...(mayWrite(actor, kind, unit, office) ? ['writer' as const] : []),
    ...(isSigner(actor, kind) ? ['signer' as const] : []),
  ]
}

/** Null when this actor may give this command to this release now. */
export function closedTo(
  actor: Actor,
  release: Release,
  command: ReleaseCommandName,
  at: PublishingSetting,
): ReleaseRefusal | null {
  const rule = PUBLISHING[command]
  const parts = partsOf(actor, release, at.office)
  if (!rule.who.some((part) => parts.includes(part))) return 'not-yours'
  if (command === 'override' && !MAY_OVERRIDE.includes(release.kind)) return 'not-now'
  if (command === 'close' && !MAY_CLOSE.includes(release.kind)) return 'not-now'
  if (command === 'sign') return closedToSigning(actor, release)
  if (rule.stages && !rule.stages.includes(release.draft?.stage ?? 'none')) return 'not-now'
  if (rule.statuses && !rule.statuses.includes(release.status)) return 'not-now'
  return null
}

/** What this person may do to this release now. */
export const may = (actor: Actor, release: Release, at: PublishingSetting): ReleaseCommandName[] =>
  RELEASE_COMMANDS.filter((command) => closedTo(actor, release, command, at) === null)

/** What the release becomes, or why this actor may not do this to it now. */
export function decide(
  actor: Actor,
  release: Release,
  command: ReleaseCommand,
  at: PublishingSetting,
): ReleaseDecision {
  const refusal = closedTo(actor, release, command.do, at) ?? lacks(release, command, at)
  return refusal ? { ok: false, refusal } : { ok: true, release: change(actor, release, command, at) }
}

function lacks(release: Release, command: ReleaseCommand, at: PublishingSetting): ReleaseRefusal | null {
  const { draft } = release
  switch (command.do) {
    case 'write':
      return command.revision === (draft?.revision ?? release.live?.revision ?? 0) ? null : 'not-this-revision'
    case 'submit':
    case 'override':
      if (at.privateDetails && !command.checked) return 'private-details'
      return unfit(release, at)
    case 'sign':
      return command.revision === toSign(release)?.revision ? null : 'not-this-revision'
    case 'publish':
      if (command.at !== undefined && command.at <= at.now) return 'publish-past'
      if (command.at !== undefined && draft?.expiresAt && draft.expiresAt <= command.at) return 'already-over'
      return unfit(release, at)
    case 'renew':
      return command.reviewBy < at.today ? 'review-past' : null
    case 'lapse': {
      const due = nextDue(release)
      return due && due <= at.now ? null : 'too-early'
    }
    default:
      return null
  }
}

/** What a draft lacks to go out at all. */
function unfit({ kind, draft, status, reviewBy }: Release, { now, today }: PublishingSetting): ReleaseRefusal | null {
  if (!draft) return 'not-now'
  if (!draft.expiresAt && MUST_EXPIRE.includes(kind)) return 'expiry-missing'
  if (draft.expiresAt && draft.expiresAt <= now) return 'already-over'
  if (reviewBy && reviewBy < today) return 'review-past'
  return status === 'published' && !draft.change ? 'change-missing' : null
}

function change(actor: Actor, release: Release, command: ReleaseCommand, at: PublishingSetting): Release {
  switch (command.do) {
    case 'write':
      return write(actor, release, command)
    case 'submit':
      return stage(
        withDraft(release, { wrote: [...new Set([...(release.draft?.wrote ?? []), personOf(actor).id])] }),
        missingSeats(release.kind, []).length ? 'submitted' : 'signed',
      )
    case 'sign':
      return sign(actor, release, at)
    case 'return':
      return withDraft(release, {
        stage: 'writing',
        signatures: [],
        returned: { by: personOf(actor), reason: command.reason },
      })
    case 'publish':
      if (command.at) return withDraft(release, { stage: 'scheduled', publishAt: command.at })
      return publish(release, at.now)
    case 'override': {
      const soon = new Date(Date.parse(at.now) + at.countersignMinutes * MINUTE).toISOString()
      // Another unsigned edition upon an unsigned one wins no time.
      const dueAt = [owedBy(release) ?? soon, soon].sort()[0] ?? soon
      return publish(release, at.now, { by: personOf(actor), reason: command.reason, dueAt })
    }
    case 'drop': {
      const { draft, ...rest } = release
      return release.live ? rest : { ...rest, status: 'withdrawn' }
    }
    case 'withdraw':
      return { ...unscheduled(release), status: 'withdrawn', ending: command.reason }
    case 'close':
      return { ...unscheduled(release), status: 'expired', ending: command.reason }
    case 'renew':
      return { ...release, status: 'published', reviewBy: command.reviewBy }
    case 'lapse':
      return lapse(release, at.now)
  }
}

function write(actor: Actor, release: Release, command: Extract<ReleaseCommand, { do: 'write' }>): Release {
  const { validity, change: why, reviewBy } = command
  const revision = release.revisions + 1
  const author = personOf(actor)
  const wrote = [...new Set([...(release.draft?.wrote ?? []), author.id])]
  const draft: Draft = {
    ...validity,
    revision,
    author,
    wrote,
    stage: 'writing',
    signatures: [],
    ...(why && { change: why }),
  }
  return { ...release, draft, revisions: revision, ...(reviewBy && { reviewBy }) }
}

/** On the draft, or afterwards on what went out before it was signed. */
function sign(actor: Actor, release: Release, { now }: PublishingSetting): Release {
  const paper = toSign(release)
  const duty = paper && seatFor(actor, release.kind, paper.signatures)
  if (!paper || !duty) return release
  const signature: Signature = { by: personOf(actor), duty, at: now, revision: paper.revision }
  const signatures = [...paper.signatures, signature]
  if (paper === release.live) return { ...release, live: { ...release.live, signatures } }
  const complete = missingSeats(release.kind, signatures).length === 0
  return withDraft(release, { signatures, stage: complete ? 'signed' : 'submitted' })
}

/** The draft becomes the edition that everybody reads. */
function publish(release: Release, now: Moment, override?: Edition['override']): Release {
  const { draft, ending, ...rest } = release
  if (!draft) return release
  const { stage: _, publishAt: __, returned: ___, ...content } = draft
  const live: Edition = {
    ...content,
    edition: (release.live?.edition ?? 0) + 1,
    publishedAt: now,
    ...(override && { override }),
  }
  return { ...rest, status: 'published', live, publishedAt: release.publishedAt ?? now }
}

/** What is due by now, one thing at a time: what goes out, what ends, what nobody has looked after. */
function lapse(release: Release, now: Moment): Release {
  const { draft, live } = release
  if (draft?.stage === 'scheduled' && draft.publishAt && draft.publishAt <= now) {
    const over = draft.expiresAt !== undefined && draft.expiresAt <= now
    return over ? stage(unscheduled(release), 'writing') : publish(release, now)
  }
  if (live?.expiresAt && live.expiresAt <= now) return { ...release, status: 'expired' }
  return { ...release, status: 'stale' }
}

/** When the timer must look at it next; undefined when never. */
export function nextDue({ status, draft, live, reviewBy }: Release): Moment | undefined {
  const out = status === 'published' || status === 'stale'
  const moments = [
    draft?.stage === 'scheduled' ? draft.publishAt : undefined,
    out ? live?.expiresAt : undefined,
    status === 'published' && reviewBy ? momentOf(reviewBy, '24:00') : undefined,
  ]
  return moments.filter((moment) => moment !== undefined).sort()[0]
}

/** What was to go out at its time waits for a person again. */
function unscheduled(release: Release): Release {
  const { draft } = release
  if (draft?.stage !== 'scheduled') return release
  const { publishAt, ...rest } = draft
  return { ...release, draft: { ...rest, stage: 'signed' } }
}

const stage = (release: Release, to: Stage): Release => withDraft(release, { stage: to })
const withDraft = (release: Release, changed: Partial<Draft>): Release =>
  release.draft ? { ...release, draft: { ...release.draft, ...changed } } : release

function personOf(actor: Actor): Person {
  if (actor.role !== 'official') throw new Error(`${actor.role} publishes nothing`)
  return { id: actor.id, name: actor.name }
}

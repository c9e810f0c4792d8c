/** Named beginnings for the tests of publishing: who meets a release, and a release at each point of its life. */
import type { Duty, Official } from '@/core/actor'
import { decide } from '@/core/publishing'
import type { PublishingSetting, Release, ReleaseCommand, ReleaseKind, STAGES } from '@/core/release'
import { beijing } from './situations'

export const official = (id: string, unit: string, ...duties: Duty[]): Official => ({
  role: 'official',
  id,
  name: id,
  unit,
  duties,
})
export const author = official('author', 'transport', 'author')
export const colleague = official('colleague', 'transport', 'author')
export const elsewhere = official('elsewhere', 'housing', 'author')
export const officeAuthor = official('officeAuthor', 'office', 'author')
export const reviewer = official('reviewer', 'office', 'review')
export const otherReviewer = official('otherReviewer', 'office', 'review')
export const head = official('head', 'office', 'sign')
export const otherHead = official('otherHead', 'office', 'sign')
export const headWhoReviews = official('headWhoReviews', 'office', 'review', 'sign')
export const everything = official('everything', 'office', 'author', 'review', 'sign', 'admin')
export const admin = official('admin', 'office', 'admin')
export const clerk = official('clerk', 'transport', 'answer', 'dispatch')
export const timer = { role: 'timer' } as const

export const NOW = beijing('Mon 2026-03-02 10:00')
export const setting = (changed: Partial<PublishingSetting> = {}): PublishingSetting => ({
  now: NOW,
  today: '2026-03-02',
  office: 'office',
  countersignMinutes: 30,
  ...changed,
})
export const at = (when: string) => setting({ now: beijing(when), today: when.split(' ')[1] ?? '' })

export const EXPIRES = beijing('Tue 2026-03-03 10:00')
export const write = (revision = 0, more: Partial<Extract<ReleaseCommand, { do: 'write' }>> = {}): ReleaseCommand => ({
  do: 'write',
  revision,
  validity: { expiresAt: EXPIRES },
  ...more,
})

export const blank = (kind: ReleaseKind): Release => ({
  id: 'r',
  kind,
  unit: 'transport',
  status: 'draft',
  revisions: 0,
  entries: 0,
})

export type Step = [who: Parameters<typeof decide>[0], command: ReleaseCommand, at?: PublishingSetting]
/** The release after these steps, each of which must be allowed. */
export function having(release: Release, ...steps: Step[]): Release {
  return steps.reduce((before, [who, command, when = setting()]) => {
    const decision = decide(who, before, command, when)
    if (!decision.ok) throw new Error(`${command.do} was refused: ${decision.refusal}`)
    return decision.release
  }, release)
}
export const refusalOf = (release: Release, ...[who, command, when = setting()]: Step) => {
  const decision = decide(who, release, command, when)
  return decision.ok ? null : decision.refusal
}

export const submit: ReleaseCommand = { do: 'submit' }
export const publish: ReleaseCommand = { do: 'publish' }
export const override: ReleaseCommand = { do: 'override', reason: '情况紧急' }
export const sign = (revision = 1): ReleaseCommand => ({ do: 'sign', revision })

export const written = (kind: ReleaseKind) => having(blank(kind), [author, write()])
export const submitted = (kind: ReleaseKind) => having(written(kind), [author, submit])
export const signedArticle = () => having(submitted('article'), [reviewer, sign()])
export const scheduledArticle = () =>
  having(signedArticle(), [author, { do: 'publish', at: beijing('Mon 2026-03-02 12:00') }])
export const publishedArticle = () => having(signedArticle(), [author, publish])
export const signedAlert = () => having(submitted('alert'), [reviewer, sign()], [head, sign()])
export const publishedAlert = () => having(signedAlert(), [author, publish])
export const overridden = () => having(written('alert'), [author, override])

export const IN_STAGE: Record<(typeof STAGES)[number], () => Release> = {
  writing: () => written('article'),
  submitted: () => submitted('article'),
  signed: signedArticle,
  scheduled: scheduledArticle,
}

import type { ReleaseView } from '@/contract/publishing'

/** What went out unsigned is signed afterwards, unless a draft waits for signatures before it. */
export const countersigns = ({ draft, live, may }: ReleaseView): boolean =>
  may.includes('sign') && draft?.stage !== 'submitted' && live?.override !== undefined

/** The revision that is signed: the one whose words were shown as such. */
export const revisionToSign = (release: ReleaseView): number =>
  countersigns(release) && release.live ? release.live.revision : release.revision

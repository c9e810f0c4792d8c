import {
  admin,
  author,
  blank,
  clerk,
  colleague,
  elsewhere,
  everything,
  having,
  head,
  headWhoReviews,
  IN_STAGE,
  officeAuthor,
  otherHead,
  otherReviewer,
  override,
  publish,
  publishedArticle,
  refusalOf,
  reviewer,
  type Step,
  scheduledArticle,
  setting,
  sign,
  signedAlert,
  submit,
  submitted,
  write,
  written,
} from '../../test/release-life'
import type { Official } from './actor'
import { may, mayWrite, PUBLISHING } from './publishing'
import {
  LEVEL_OF,
  RELEASE_COMMANDS,
  RELEASE_KINDS,
  type Release,
  type ReleaseCommand,
  type ReleaseCommandName,
  type ReleaseKind,
  STAGES,
} from './release'
import { missingSeats } from './signing'

describe('the table of its life', () => {
  it.each(STAGES)('has a way out of %s', (stage) => {
    const release = IN_STAGE[stage]()
    expect(release.draft?.stage).toBe(stage)
    const leaving = RELEASE_COMMANDS.filter((command) => PUBLISHING[command].stages?.includes(stage))
    expect(leaving.filter((command) => command !== 'write')).not.toEqual([])
    expect(having(release, [author, { do: 'drop' }]).draft).toBeUndefined()
  })

  it.each(RELEASE_COMMANDS)('has somebody who may %s', (command) => {
    expect(PUBLISHING[command].who).not.toEqual([])
  })

  it.each(RELEASE_KINDS)('leads a new %s to being read', (kind) => {
    const writer = kind === 'menu' ? admin : author
    const ready = having(blank(kind), [writer, write()], [writer, submit])
    const signed = { service: ready, news: ready, emergency: ready }[LEVEL_OF[kind]]
    const steps: Step[] = {
      service: [],
      news: [[reviewer, sign()] as Step],
      emergency: [
        [reviewer, sign()],
        [head, sign()],
      ] as Step[],
    }[LEVEL_OF[kind]]
    expect(having(signed, ...steps, [writer, publish])).toMatchObject({ status: 'published', live: { edition: 1 } })
  })

  it('gives each person what they may do, and nobody else anything', () => {
    const release = submitted('article')
    expect(may(author, release, setting())).toEqual(['write', 'drop'])
    expect(may(reviewer, release, setting())).toEqual(['sign', 'return'])
    expect(may(clerk, release, setting())).toEqual([])
    expect(may({ role: 'anyone' }, release, setting())).toEqual([])
    expect(may({ role: 'citizen', id: 'c' }, release, setting())).toEqual([])
  })
})

describe('who may do what, and when', () => {
  it.each<[who: Official, command: ReleaseCommandName, stage: (typeof STAGES)[number], refusal: string | null]>([
    [author, 'write', 'writing', null],
    [author, 'write', 'submitted', null],
    [author, 'write', 'signed', null],
    [author, 'write', 'scheduled', null],
    [colleague, 'write', 'writing', null],
    [officeAuthor, 'write', 'writing', null],
    [elsewhere, 'write', 'writing', 'not-yours'],
    [reviewer, 'write', 'writing', 'not-yours'],
    [clerk, 'write', 'writing', 'not-yours'],
    [author, 'submit', 'writing', null],
    [author, 'submit', 'submitted', 'not-now'],
    [author, 'submit', 'signed', 'not-now'],
    [reviewer, 'submit', 'writing', 'not-yours'],
    [reviewer, 'sign', 'writing', 'not-now'],
    [reviewer, 'sign', 'submitted', null],
    [head, 'sign', 'submitted', null],
    [reviewer, 'sign', 'signed', 'not-now'],
    [author, 'sign', 'submitted', 'not-yours'],
    [clerk, 'sign', 'submitted', 'not-yours'],
    [reviewer, 'return', 'writing', 'not-now'],
    [reviewer, 'return', 'submitted', null],
    [head, 'return', 'signed', null],
    [head, 'return', 'scheduled', null],
    [author, 'return', 'submitted', 'not-yours'],
    [author, 'publish', 'writing', 'not-now'],
    [author, 'publish', 'submitted', 'not-now'],
    [author, 'publish', 'signed', null],
    [reviewer, 'publish', 'signed', null],
    [author, 'publish', 'scheduled', null],
    [elsewhere, 'publish', 'signed', 'not-yours'],
    [author, 'override', 'writing', 'not-now'],
    [author, 'drop', 'scheduled', null],
    [reviewer, 'drop', 'writing', 'not-yours'],
    [author, 'withdraw', 'writing', 'not-now'],
    [author, 'close', 'writing', 'not-now'],
    [author, 'renew', 'writing', 'not-now'],
    [author, 'lapse', 'scheduled', 'not-yours'],
  ])('$0.id: $1 while $2', (who, command, stage, refusal) => {
    const full: Record<ReleaseCommandName, ReleaseCommand> = {
      write: write(1),
      submit,
      sign: sign(),
      return: { do: 'return', reason: '再看看' },
      publish,
      override,
      drop: { do: 'drop' },
      withdraw: { do: 'withdraw', reason: '不再需要' },
      close: { do: 'close', reason: '找到了' },
      renew: { do: 'renew', reviewBy: '2026-04-01' },
      lapse: { do: 'lapse' },
    }
    expect(refusalOf(IN_STAGE[stage](), who, full[command])).toBe(refusal)
  })

  it.each<[who: Official, kind: ReleaseKind, unit: string, may: boolean]>([
    [author, 'article', 'transport', true],
    [author, 'article', 'housing', false],
    [officeAuthor, 'article', 'housing', true],
    [reviewer, 'article', 'office', false],
    [officeAuthor, 'menu', 'office', false],
    [admin, 'menu', 'transport', true],
    [admin, 'article', 'office', false],
  ])('$0.id writing a $1 of $2: $3', (who, kind, unit, yes) => {
    expect(mayWrite(who, kind, unit, 'office')).toBe(yes)
  })
})

describe('signatures', () => {
  it('are none for what is everyday', () => {
    expect(submitted('road').draft?.stage).toBe('signed')
  })

  it.each<[name: string, kind: ReleaseKind, signers: Official[], missing: number]>([
    ['nobody', 'article', [], 1],
    ['a reviewer', 'article', [reviewer], 0],
    ['a head', 'article', [head], 0],
    ['nobody', 'alert', [], 2],
    ['a reviewer', 'alert', [reviewer], 1],
    ['a head', 'alert', [head], 1],
    ['a reviewer and then a head', 'alert', [reviewer, head], 0],
    ['a head and then a reviewer', 'alert', [head, reviewer], 0],
    ['two heads', 'alert', [head, otherHead], 0],
    ['one who is both, and then a reviewer', 'alert', [headWhoReviews, reviewer], 0],
    ['a reviewer, and then one who is both', 'alert', [reviewer, headWhoReviews], 0],
  ])('of %s on an %s', (_, kind, signers, missing) => {
    const { draft } = having(submitted(kind), ...signers.map((who): Step => [who, sign()]))
    expect(missingSeats(kind, draft?.signatures ?? [])).toHaveLength(missing)
    expect(draft?.stage).toBe(missing ? 'submitted' : 'signed')
  })

  it.each<[name: string, release: () => Release, step: Step, refusal: string]>([
    [
      'its author, whatever their duties',
      () => having(blank('article'), [everything, write()], [everything, submit]),
      [everything, sign()],
      'own-work',
    ],
    [
      'anybody who wrote at it',
      () => having(written('article'), [everything, write(1)], [author, write(2)], [author, submit]),
      [everything, sign(3)],
      'own-work',
    ],
    [
      'a second reviewer of an emergency',
      () => having(submitted('alert'), [reviewer, sign()]),
      [otherReviewer, sign()],
      'not-yours',
    ],
    ['the same head twice', () => having(submitted('alert'), [head, sign()]), [head, sign()], 'signed-already'],
    [
      'somebody who is both, twice',
      () => having(submitted('alert'), [headWhoReviews, sign()]),
      [headWhoReviews, sign()],
      'signed-already',
    ],
    [
      'on an older revision',
      () => having(written('article'), [author, write(1)], [author, submit]),
      [reviewer, sign(1)],
      'not-this-revision',
    ],
    [
      'on what was changed after submission',
      () => having(submitted('article'), [author, write(1)]),
      [reviewer, sign(1)],
      'not-now',
    ],
    ['on what is out', publishedArticle, [reviewer, sign()], 'not-now'],
    ['on what needs none', () => submitted('road'), [head, sign()], 'not-yours'],
  ])('are not given by %s', (_, release, step, refusal) => {
    expect(refusalOf(release(), ...step)).toBe(refusal)
  })

  it.each<[name: string, release: () => Release]>([
    ['submission', () => having(submitted('alert'), [head, sign()])],
    ['the last signature', signedAlert],
    ['being scheduled', () => scheduledArticle()],
  ])('are gone when it is changed after %s', (_, release) => {
    const { draft } = having(release(), [colleague, write(1)])
    expect(draft).toMatchObject({ stage: 'writing', signatures: [], revision: 2, wrote: ['author', 'colleague'] })
    expect(draft?.publishAt).toBeUndefined()
  })

  it('are gone when it is sent back, and the reason is there', () => {
    const { draft } = having(submitted('alert'), [head, sign()], [reviewer, { do: 'return', reason: '地点不对' }])
    expect(draft).toMatchObject({ stage: 'writing', signatures: [], returned: { reason: '地点不对' } })
  })
})

describe('writing', () => {
  it.each([0, 2])('on revision %s of what is at revision 1 is refused', (revision) => {
    expect(refusalOf(written('article'), author, write(revision))).toBe('not-this-revision')
  })

  it('begins the next edition on the revision that is out', () => {
    expect(refusalOf(publishedArticle(), author, write(0))).toBe('not-this-revision')
    expect(having(publishedArticle(), [author, write(1)])).toMatchObject({
      status: 'published',
      live: { edition: 1, revision: 1 },
      draft: { revision: 2, stage: 'writing' },
    })
  })

  it('of a correction needs a word on what was wrong', () => {
    expect(refusalOf(having(publishedArticle(), [author, write(1)]), author, submit)).toBe('change-missing')
    expect(
      refusalOf(having(publishedArticle(), [author, write(1, { change: { zh: '改日期', en: '' } })]), author, submit),
    ).toBeNull()
  })
})

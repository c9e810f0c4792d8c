import {
  at,
  author,
  blank,
  EXPIRES,
  everything,
  having,
  head,
  NOW,
  otherHead,
  overridden,
  override,
  publish,
  publishedAlert,
  publishedArticle,
  refusalOf,
  reviewer,
  scheduledArticle,
  setting,
  sign,
  signedArticle,
  submit,
  submitted,
  timer,
  write,
  written,
} from '../../test/release-life'
import { beijing } from '../../test/situations'
import { nextDue } from './publishing'
import { type PublishingSetting, RELEASE_KINDS, type Release, type ReleaseCommand } from './release'
import { isOverdue, missingSeats } from './signing'

describe('submitting', () => {
  it.each<
    [name: string, release: () => Release, command: ReleaseCommand, at: PublishingSetting, refusal: string | null]
  >([
    [
      'an alert without an end',
      () => having(blank('alert'), [author, write(0, { validity: {} })]),
      submit,
      setting(),
      'expiry-missing',
    ],
    [
      'an appeal without an end',
      () => having(blank('appeal'), [author, write(0, { validity: {} })]),
      submit,
      setting(),
      'expiry-missing',
    ],
    [
      'an article without an end',
      () => having(blank('article'), [author, write(0, { validity: {} })]),
      submit,
      setting(),
      null,
    ],
    ['what is over', () => written('article'), submit, at('Tue 2026-03-03 10:00'), 'already-over'],
    [
      'a review date that is past',
      () => having(blank('page'), [author, write(0, { reviewBy: '2026-03-01' })]),
      submit,
      setting(),
      'review-past',
    ],
    [
      'a review date of today',
      () => having(blank('page'), [author, write(0, { reviewBy: '2026-03-02' })]),
      submit,
      setting(),
      null,
    ],
    ['private details', () => written('article'), submit, setting({ privateDetails: true }), 'private-details'],
    [
      'private details that were looked at',
      () => written('article'),
      { do: 'submit', checked: true },
      setting({ privateDetails: true }),
      null,
    ],
    [
      'private details in an emergency',
      () => written('alert'),
      override,
      setting({ privateDetails: true }),
      'private-details',
    ],
  ])('%s', (_, release, command, when, refusal) => {
    expect(refusalOf(release(), author, command, when)).toBe(refusal)
  })
})

describe('an override', () => {
  it('goes out at once, and owes its signatures within the time', () => {
    const release = overridden()
    expect(release).toMatchObject({
      status: 'published',
      live: { override: { dueAt: beijing('Mon 2026-03-02 10:30') } },
    })
    expect(isOverdue(release, beijing('Mon 2026-03-02 10:29'))).toBe(false)
    expect(isOverdue(release, beijing('Mon 2026-03-02 10:30'))).toBe(true)
  })

  it('countersigned by two is owed no longer', () => {
    const release = having(overridden(), [reviewer, sign()], [head, sign()])
    expect(isOverdue(release, beijing('Tue 2026-03-03 09:00'))).toBe(false)
    expect(refusalOf(release, otherHead, sign())).toBe('not-now')
  })

  it('countersigned by one is still owed', () => {
    expect(isOverdue(having(overridden(), [reviewer, sign()]), beijing('Mon 2026-03-02 11:00'))).toBe(true)
  })

  it('keeps the signatures that it had', () => {
    const release = having(submitted('alert'), [reviewer, sign()], [author, override])
    expect(missingSeats('alert', release.live?.signatures ?? [])).toEqual([['sign']])
  })

  it('is not countersigned by its author', () => {
    const release = having(blank('alert'), [everything, write()], [everything, override])
    expect(refusalOf(release, everything, sign())).toBe('own-work')
  })

  it('is owed also when it has ended by itself, and not when it was taken back', () => {
    const ended = having(overridden(), [timer, { do: 'lapse' }, at('Tue 2026-03-03 10:00')])
    expect(ended.status).toBe('expired')
    expect(isOverdue(ended, beijing('Tue 2026-03-03 11:00'))).toBe(true)
    const withdrawn = having(overridden(), [head, { do: 'withdraw', reason: '误发' }])
    expect(isOverdue(withdrawn, beijing('Tue 2026-03-03 11:00'))).toBe(false)
  })

  it('upon another wins no time', () => {
    const again = having(
      overridden(),
      [author, write(1, { change: { zh: '改地点', en: '' } })],
      [author, override, at('Mon 2026-03-02 10:20')],
    )
    expect(again.live).toMatchObject({ edition: 2, override: { dueAt: beijing('Mon 2026-03-02 10:30') } })
  })

  it.each(RELEASE_KINDS.filter((kind) => kind !== 'alert' && kind !== 'menu'))('is not for a %s', (kind) => {
    expect(refusalOf(written(kind), author, override)).toBe('not-now')
  })
})

describe('publishing', () => {
  it.each<
    [name: string, release: () => Release, command: ReleaseCommand, at: PublishingSetting, refusal: string | null]
  >([
    [
      'at a time that is past',
      signedArticle,
      { do: 'publish', at: beijing('Mon 2026-03-02 09:59') },
      setting(),
      'publish-past',
    ],
    ['at this moment as at a time', signedArticle, { do: 'publish', at: NOW }, setting(), 'publish-past'],
    ['at a time after its end', signedArticle, { do: 'publish', at: EXPIRES }, setting(), 'already-over'],
    [
      'at a time before its end',
      signedArticle,
      { do: 'publish', at: beijing('Tue 2026-03-03 09:59') },
      setting(),
      null,
    ],
    ['what ended while it waited', signedArticle, publish, at('Tue 2026-03-03 10:00'), 'already-over'],
  ])('%s', (_, release, command, when, refusal) => {
    expect(refusalOf(release(), author, command, when)).toBe(refusal)
  })

  it('a correction makes the next edition, and keeps when it first went out', () => {
    const corrected = having(
      publishedAlert(),
      [author, write(1, { change: { zh: '震级更正', en: '' } })],
      [author, submit],
      [head, sign(2)],
      [reviewer, sign(2)],
      [author, publish, at('Mon 2026-03-02 11:00')],
    )
    expect(corrected).toMatchObject({
      publishedAt: NOW,
      live: { edition: 2, change: { zh: '震级更正', en: '' }, publishedAt: beijing('Mon 2026-03-02 11:00') },
    })
    expect(corrected.draft).toBeUndefined()
  })
})

describe('the clock', () => {
  it.each<[name: string, release: () => Release, due: string | undefined]>([
    ['a draft', () => written('article'), undefined],
    ['what is scheduled', scheduledArticle, beijing('Mon 2026-03-02 12:00')],
    ['what ends', publishedArticle, EXPIRES],
    [
      'what is to be reviewed',
      () => ({ ...publishedArticle(), reviewBy: '2026-03-02' }),
      beijing('Tue 2026-03-03 00:00'),
    ],
    ['what has ended', () => ({ ...publishedArticle(), status: 'expired' }), undefined],
    ['what was withdrawn', () => having(publishedArticle(), [author, { do: 'withdraw', reason: '误发' }]), undefined],
  ])('looks next at %s', (_, release, due) => {
    expect(nextDue(release())).toBe(due)
  })

  it.each<[name: string, release: () => Release, when: string, status: string]>([
    ['what is scheduled goes out', scheduledArticle, 'Mon 2026-03-02 12:00', 'published'],
    ['what ended while it was scheduled does not', scheduledArticle, 'Tue 2026-03-03 10:00', 'draft'],
    ['what ends, ends', publishedArticle, 'Tue 2026-03-03 10:00', 'expired'],
    [
      'what nobody looked after is hidden',
      () => ({ ...publishedArticle(), reviewBy: '2026-03-02' }),
      'Tue 2026-03-03 00:00',
      'stale',
    ],
    ['what is hidden ends too', () => ({ ...publishedArticle(), status: 'stale' }), 'Tue 2026-03-03 10:00', 'expired'],
  ])('%s', (_, release, when, status) => {
    expect(having(release(), [timer, { do: 'lapse' }, at(when)]).status).toBe(status)
  })

  it('does nothing before its time', () => {
    expect(refusalOf(scheduledArticle(), timer, { do: 'lapse' }, at('Mon 2026-03-02 11:59'))).toBe('too-early')
    expect(refusalOf(written('article'), timer, { do: 'lapse' })).toBe('too-early')
  })

  it('comes to an end with everything that is due', () => {
    let release = { ...publishedArticle(), reviewBy: '2026-03-02' } satisfies Release as Release
    const late = at('Fri 2026-03-06 10:00')
    for (let left = 5; left > 0 && (nextDue(release) ?? late.now) < late.now; left--) {
      release = having(release, [timer, { do: 'lapse' }, late])
    }
    expect([release.status, nextDue(release)]).toEqual(['expired', undefined])
  })
})

describe('ending', () => {
  it('a withdrawal tells why, and unschedules what was to follow', () => {
    const withdrawn = having(
      publishedArticle(),
      [author, write(1, { change: { zh: '补充', en: '' } })],
      [author, submit],
      [reviewer, sign(2)],
      [author, { do: 'publish', at: beijing('Mon 2026-03-02 12:00') }],
      [reviewer, { do: 'withdraw', reason: '误发' }],
    )
    expect(withdrawn).toMatchObject({ status: 'withdrawn', ending: '误发', draft: { stage: 'signed' } })
    expect(nextDue(withdrawn)).toBeUndefined()
  })

  it('an appeal is closed with how it ended; an article is not', () => {
    const close: ReleaseCommand = { do: 'close', reason: '人已找到' }
    const appeal = having(submitted('appeal'), [head, sign()], [reviewer, sign()], [author, publish], [author, close])
    expect(appeal).toMatchObject({ status: 'expired', ending: '人已找到' })
    expect(refusalOf(publishedArticle(), author, close)).toBe('not-now')
  })

  it('a draft that is dropped leaves what is out as it was', () => {
    const live = having(publishedArticle(), [author, write(1)], [author, { do: 'drop' }])
    expect([live.status, live.draft]).toEqual(['published', undefined])
    expect(having(written('article'), [author, { do: 'drop' }]).status).toBe('withdrawn')
  })

  it.each<[day: string, refusal: string | null]>([
    ['2026-03-01', 'review-past'],
    ['2026-03-02', null],
  ])('looked after until %s', (reviewBy, refusal) => {
    expect(refusalOf({ ...publishedArticle(), status: 'stale' }, author, { do: 'renew', reviewBy })).toBe(refusal)
  })
})

import { dayOf, minutesOf } from '@/core/deadline'
import { type Bilingual, districtOffice } from '@/core/district'
import { KINDS } from '@/core/kind'
import { NOTICES, type Source } from '@/core/notice'
import { ticketNumber } from '@/core/number'
import type { Span } from '@/core/roster'
import { type FieldType, fieldValue, typeOfField } from '@/core/template'
import { STATUS_WORDS, TIPS } from '@/server/noticeWords'
import { caofeidian } from './district'
import { officials } from './people'
import { PICTURES, svgOf } from './pictures'
import { scenarios, type When } from './scenarios'

const { categories, units, duty, limits } = caofeidian
const unitIds = units.map(({ id }) => id)
const repeated = (ids: string[]) => ids.filter((id, place) => ids.indexOf(id) !== place)

describe('the sample district', () => {
  it('has one office, the unit without a parent', () => {
    expect(units.filter(({ parent }) => !parent).map(({ id }) => id)).toEqual([districtOffice(caofeidian).id])
  })

  it.each(units)('$id lies under a unit that exists, up to the office', (unit) => {
    const path = [unit.id]
    for (let above = unit.parent; above; above = units.find(({ id }) => id === path.at(-1))?.parent) {
      expect(unitIds).toContain(above)
      expect(path).not.toContain(above)
      path.push(above)
    }
    expect(path.at(-1)).toBe(districtOffice(caofeidian).id)
  })

  it('names every unit and every category once', () => {
    expect(repeated(unitIds)).toEqual([])
    expect(repeated(categories.map(({ id }) => id))).toEqual([])
  })

  it.each([...categories, ...units])('$id has a name in Chinese and in English', ({ name }) => {
    expect(name.zh).toMatch(/^\p{Script=Han}+$/u)
    expect(name.en).toMatch(/^[A-Z][\w ,’'-]+$/)
  })

  it.each([...categories.map(({ hint }) => hint), ...caofeidian.guide])(
    'says "$en" in both languages',
    ({ zh, en }: Bilingual) => {
      expect(zh.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
    },
  )

  it('lets a person who does not know choose a category all the same', () => {
    expect(categories.map(({ id }) => id)).toContain('other')
  })

  it.each(categories.filter(({ questions }) => questions))(
    '$id asks at most two questions, of two to four answers each',
    ({ questions = [] }) => {
      expect(questions.length).toBeLessThanOrEqual(2)
      expect(repeated(questions.map(({ id }) => id))).toEqual([])
      for (const { ask, options } of questions) {
        expect(ask.zh).toMatch(/？$/)
        expect(ask.en).toMatch(/^[A-Z].+\?$/)
        expect(options.length).toBeGreaterThanOrEqual(2)
        expect(options.length).toBeLessThanOrEqual(4)
        expect(repeated(options.map(({ id }) => id))).toEqual([])
        expect(options.filter(({ name }) => !name.zh || !/^[A-Z]/.test(name.en))).toEqual([])
        // Whoever is in no danger has something to choose.
        expect(options.some(({ danger }) => !danger)).toBe(true)
      }
    },
  )

  it('knows words of danger: small letters, none inside of another, none alone a syllable', () => {
    const { danger } = caofeidian
    expect(repeated(danger)).toEqual([])
    expect(danger.filter((word) => word !== word.trim().toLowerCase() || word.length < 2)).toEqual([])
    expect(danger.filter((word) => danger.some((other) => other !== word && word.includes(other)))).toEqual([])
  })

  it.each([
    ['家里有煤气味，头晕', true],
    ['路边有人晕倒了', true],
    ['电线掉下来，有人触电', true],
    ['A car is on fire at the exit', true],
    ['路灯不亮，夜里看不清路', false],
    ['消防通道被车堵住了', false],
    ['楼下烧烤油烟大，味道呛人', false],
    ['医保报销多久到账', false],
    ['工地半夜施工，吵得睡不着', false],
  ])('"%s" is about danger to life: %s', (words, isDanger) => {
    expect(caofeidian.danger.some((word) => words.toLowerCase().includes(word))).toBe(isDanger)
  })

  it.each(scenarios)('does not stop "$name", which is no emergency', ({ steps: [first] }) => {
    expect(caofeidian.danger.filter((word) => first.file.text.toLowerCase().includes(word))).toEqual([])
  })

  it.each([
    ['workday', duty.workday],
    ['restday', duty.restday],
  ] as [string, Span[]][])('is on duty on a %s in spans that follow one another', (_, spans) => {
    const minutes = spans.flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)])
    expect(
      spans.flatMap(({ from, to }) => [from, to]).filter((clock) => !/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(clock)),
    ).toEqual([])
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b))
    expect(new Set(minutes).size).toBe(minutes.length)
  })

  it('sets whole, positive limits, and an alarm before its target', () => {
    const numbers = [
      limits.objectDays,
      limits.objections,
      limits.disputeDays,
      limits.supplyDays,
      limits.extendDays,
      ...Object.values(limits.resolveDays),
    ]
    expect(numbers.filter((n) => !Number.isInteger(n) || n < 1)).toEqual([])
    expect(Object.keys(limits.resolveDays).sort()).toEqual([...KINDS].sort())
    expect(limits.firstReplyMinutes.alarm).toBeLessThan(limits.firstReplyMinutes.target)
  })

  it('has a prefix that makes a ticket’s number', () => {
    expect(ticketNumber(caofeidian.prefix, '2026-03-02', 1)).toMatch(/^[A-Z]{2,6}-\d{8}-\d{4}-\d$/)
  })

  it('writes its own working days as days', () => {
    const days = [...caofeidian.calendar.worked, ...caofeidian.calendar.free]
    expect(days.filter((day) => dayOf(`${day}T04:00:00Z`) !== day)).toEqual([])
    expect(repeated(days)).toEqual([])
  })
})

describe('what the sample district shows', () => {
  const { menu, routes, channels, synonyms, weather } = caofeidian

  it('has a menu in which no number stands for two things, and no entry under one that is missing or its own', () => {
    expect(repeated(menu.map(({ id }) => id))).toEqual([])
    expect(repeated(menu.map(({ parent = '', number }) => `${parent} ${number}`))).toEqual([])
    const groups = menu.filter(({ opens }) => opens === 'group').map(({ id }) => id)
    expect(menu.filter(({ id, parent }) => parent === id || (parent && !groups.includes(parent)))).toEqual([])
  })

  it.each([...menu, ...channels, ...routes, weather])('names $name.zh in both languages', ({ name }) => {
    expect(name.zh).toMatch(/^\p{Script=Han}+$/u)
    expect(name.en).toMatch(/^[A-Z][\w ,’'-]+$/)
  })

  it('keeps channels and routes apart by their ids', () => {
    expect(repeated(channels.map(({ id }) => id))).toEqual([])
    expect(repeated(routes.map(({ id }) => id))).toEqual([])
  })

  it('lets each word mean one thing: it stands among one group of others', () => {
    expect(synonyms.length).toBeGreaterThanOrEqual(30)
    expect(synonyms.filter((group) => group.length < 2)).toEqual([])
    expect(repeated(synonyms.flat())).toEqual([])
  })

  it('takes no single character for a word: it would be found inside of others', () => {
    expect(synonyms.flat().filter((word) => word.trim() !== word || word.length < 2)).toEqual([])
  })
})

/** Which types of fields can hold what, uncut: the words of an official are cut wherever they stand. */
const HOLDS: Record<Source, FieldType[]> = {
  no: ['character_string', 'thing'],
  category: ['thing'],
  status: ['phrase', 'thing'],
  unit: ['thing'],
  words: ['thing'],
  at: ['time', 'date'],
  tip: ['thing'],
  title: ['thing'],
}

describe.each(NOTICES)('the message “%s”', (kind) => {
  const { template, fields } = caofeidian.notices[kind]

  it('has a template’s id, or none', () => {
    expect(template).toMatch(/^[\w-]{43}$|^$/)
  })

  it('has one to five fields, each once', () => {
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.length).toBeLessThanOrEqual(5)
    expect(repeated(fields.map(({ name }) => name))).toEqual([])
  })

  it.each(fields)('can put the $from into $name', ({ name, from }) => {
    expect(HOLDS[from]).toContain(typeOfField(name))
  })

  it('shows no words of officials: they may name people', () => {
    expect(fields.map(({ from }) => from)).not.toContain('words')
  })
})

describe('the words of messages', () => {
  it.each([...Object.values(TIPS), ...Object.values(STATUS_WORDS), ...categories.map(({ name }) => name)])(
    '“$zh” and “$en” fit uncut',
    ({ zh, en }) => {
      expect([zh, en].map((text) => fieldValue('thing', text))).toEqual([zh, en])
    },
  )

  it.each(Object.values(STATUS_WORDS))('“$zh” is a phrase', ({ zh }) => {
    expect(fieldValue('phrase', zh)).toBe(zh)
  })

  it('each template is either lasting or not', () => {
    const kinds = new Set(
      Object.values(caofeidian.notices).flatMap(({ template, lasting }) =>
        template ? [`${template} ${lasting}`] : [],
      ),
    )
    const templates = new Set(Object.values(caofeidian.notices).flatMap(({ template }) => template || []))
    expect(kinds.size).toBe(templates.size)
  })
})

describe('the sample officials', () => {
  it.each(officials)('$name belongs to a unit that exists and has something to do', ({ unit, duties }) => {
    expect(unitIds).toContain(unit)
    expect(duties).not.toEqual([])
  })

  it('have their own ids and accounts', () => {
    expect(repeated(officials.map(({ id }) => id))).toEqual([])
    expect(repeated(officials.map(({ account }) => account))).toEqual([])
  })

  it('can sign an emergency without its author: two who are not the same', () => {
    const signers = officials.filter(({ duties }) => duties.includes('sign') && !duties.includes('author'))
    expect(signers.length).toBeGreaterThanOrEqual(2)
    expect(officials.some(({ duties }) => duties.includes('author') && duties.includes('admin'))).toBe(true)
  })

  it('include somebody who dispatches, and somebody who only reviews', () => {
    expect(officials.some(({ duties }) => duties.includes('dispatch'))).toBe(true)
    expect(officials.some(({ duties }) => duties.includes('review') && !duties.includes('answer'))).toBe(true)
  })
})

describe.each(scenarios)('the scenario "$name"', ({ about, citizen, steps }) => {
  const [first, ...acts] = steps

  it('says in a sentence what it is about', () => {
    expect(about).toMatch(/^[A-Z].+\.$/)
  })

  it('is filed by a sample citizen in a category that exists, as its kind', () => {
    expect(citizen).toMatch(/^c_sample_/)
    expect(categories.map(({ id }) => id)).toContain(first.file.category)
    expect(KINDS).toContain(first.file.kind)
  })

  it('names nobody who could be real', () => {
    expect(first.file.name ?? '（示例）').toContain('（示例）')
    expect(first.file.phone ?? '13800000000').toBe('13800000000')
  })

  it('is acted on by the asker and by officials who exist, with units that exist', () => {
    const known = ['asker', ...officials.map(({ id }) => id)]
    expect(acts.map(({ by }) => by).filter((by) => !known.includes(by))).toEqual([])
    expect(
      acts.flatMap(({ act }) => ('unit' in act ? [act.unit] : [])).filter((unit) => !unitIds.includes(String(unit))),
    ).toEqual([])
  })

  it('happens in order', () => {
    const ages = steps.flatMap(({ when }) => ageOf(when))
    expect(ages).toEqual([...ages].sort((a, b) => b - a))
  })

  it('shows pictures that are drawn', () => {
    const shown = [...first.file.photos, ...acts.flatMap(({ photos }) => photos ?? [])]
    expect(shown.filter((name) => !PICTURES.includes(name) || !svgOf(name).startsWith('<svg'))).toEqual([])
  })
})

it('has scenarios with their own names', () => {
  expect(repeated(scenarios.map(({ name }) => name))).toEqual([])
})

/** Minutes before the end of today, as far as that can be said without a calendar; a next day is always in order. */
const ageOf = (when: When): number[] => {
  if ('nextDay' in when || 'minutesAfter' in when) return []
  return ['minutesBack' in when ? when.minutesBack / 1_000 : when.workdaysBack * 1_440 - minutesOf(when.clock) + 1_440]
}

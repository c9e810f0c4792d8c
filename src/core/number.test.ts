import { queryCode, readCode, readNumber, ticketNumber } from './number'

const NUMBER = ticketNumber('CFD', '2026-11-21', 7)
const DAYS = ['2026-01-01', '2026-02-28', '2026-11-21', '2031-12-09']
const RUNNING = [1, 7, 42, 980, 9_999, 10_000, 1_234_567]
const numbers = DAYS.flatMap((day) => RUNNING.map((running) => ticketNumber('CFD', day, running)))

describe('a ticket’s number', () => {
  it('says the district, the Beijing day and which one of the day it is', () => {
    expect(NUMBER).toBe('CFD-20261121-0007-1')
  })

  it('grows beyond four figures on a very busy day', () => {
    expect(ticketNumber('CFD', '2026-11-21', 12_345)).toMatch(/^CFD-20261121-12345-\d$/)
  })

  it.each(numbers)('%s is read as itself', (number) => {
    expect(readNumber(number)).toBe(number)
  })

  it.each([
    ['without hyphens', 'CFD2026112100071'],
    ['in small letters', 'cfd-20261121-0007-1'],
    ['with spaces', ' CFD 20261121 0007 1 '],
    ['in full-width characters', 'ＣＦＤ－２０２６１１２１－０００７－１'],
    ['with long dashes', 'CFD—20261121—0007–1'],
    ['with underscores', 'cfd_20261121_0007_1'],
    ['with an ideographic space', 'CFD　20261121　0007　1'],
    ['with a line break from a copied message', 'CFD-20261121-\n0007-1'],
  ])('is understood %s', (_, typed) => {
    expect(readNumber(typed)).toBe(NUMBER)
  })

  it.each([
    ['nothing', ''],
    ['words', '我的工单'],
    ['no district', '20261121-0007-1'],
    ['no check digit', 'CFD-20261121-0007'],
    ['a running number of three figures, though its check digit is right', 'CFD-20261121-000-3'],
    ['one letter for a district', 'C-20261121-0007-1'],
    ['a letter among the digits', 'CFD-2026I121-0007-1'],
    ['something behind it', 'CFD-20261121-0007-1x'],
    ['a wrong check digit', 'CFD-20261121-0007-5'],
    ['another script’s digits that look alike', 'CFD-20261121-000٧-1'],
  ])('is no number: %s', (_, typed) => {
    expect(readNumber(typed)).toBeNull()
  })
})

describe('its check digit', () => {
  it.each(numbers)('notices every single wrong digit in %s', (number) => {
    const misread = [...number].flatMap((digit, place) =>
      /\d/.test(digit)
        ? [...'0123456789'].filter((other) => other !== digit).map((other) => replaced(number, place, other))
        : [],
    )
    expect(misread.length).toBeGreaterThanOrEqual(13 * 9)
    expect(misread.filter((wrong) => readNumber(wrong) !== null)).toEqual([])
  })

  it('notices nearly every pair of neighbours that changed places', () => {
    const swaps = numbers.flatMap(swapsOf)
    const missed = swaps.filter((wrong) => readNumber(wrong) !== null)
    expect(swaps.length).toBeGreaterThan(200)
    expect(missed.length / swaps.length).toBeLessThan(0.03)
  })

  it.each([
    ['two figures of the running number', 'CFD-20261121-1234', 'CFD-20261121-1324'],
    ['two figures of the day', 'CFD-20261121-1234', 'CFD-20261211-1234'],
    ['day and running number', 'CFD-20261123-4234', 'CFD-20261124-3234'],
  ])('notices that %s changed places', (_, right, wrong) => {
    const check = checked(right)
    expect(readNumber(`${right}-${check}`)).not.toBeNull()
    expect(readNumber(`${wrong}-${check}`)).toBeNull()
  })
})

describe('a query code', () => {
  it('has six letters or digits that cannot be mistaken for one another', () => {
    for (let n = 0; n < 500; n++) {
      const bytes = Uint8Array.from({ length: 12 }, (_, i) => (n * 37 + i * 101) % 256)
      expect(queryCode(bytes)).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/)
    }
  })

  it('comes from the random bytes alone, wherever they lie in memory', () => {
    const shared = new Uint8Array(20).fill(200)
    const bytes = Uint8Array.from([0, 0, 0, 1, 0, 2, 0, 3, 0, 29, 0, 30])
    shared.set(bytes, 5)
    expect(queryCode(bytes)).toBe('2345Z2')
    expect(queryCode(shared.subarray(5, 17))).toBe('2345Z2')
  })

  it.each([
    ['small letters', '7k2m9p'],
    ['spaces', ' 7K2 M9P '],
    ['hyphens', '7K2-M9P'],
    ['full-width characters', '７Ｋ２Ｍ９Ｐ'],
  ])('is understood with %s', (_, typed) => {
    expect(readCode(typed)).toBe('7K2M9P')
  })
})

const replaced = (text: string, place: number, character: string) =>
  `${text.slice(0, place)}${character}${text.slice(place + 1)}`

const checked = (number: string) => [...'0123456789'].find((digit) => readNumber(`${number}-${digit}`))

/** Every number that comes from swapping two unlike digits that stand side by side (hyphens left out). */
function swapsOf(number: string): string[] {
  const plain = number.replaceAll('-', '')
  return [...plain].flatMap((digit, place) => {
    const next = plain[place + 1]
    if (!next || digit === next || !/^\d\d$/.test(digit + next)) return []
    return [replaced(replaced(plain, place, next), place + 1, digit)]
  })
}

import { daysAfter, readSpans, spansText } from './spans'

describe('hours as somebody types them', () => {
  it.each([
    ['as they are shown', '08:30-12:00 13:30-17:30', '08:30-12:00 13:30-17:30'],
    ['with full-width signs', '８：３０－１２：００，１３：３０～１７：３０', '08:30-12:00 13:30-17:30'],
    ['in words', '8:30至12:00、13:30到17:30', '08:30-12:00 13:30-17:30'],
    ['with dashes and spaces', ' 08:30 – 12:00 ', '08:30-12:00'],
    ['until midnight', '20:00-24:00', '20:00-24:00'],
    ['nothing: closed', '  ', ''],
  ])('%s', (_, typed, read) => {
    expect(spansText(readSpans(typed) ?? [{ from: 'wrong', to: '' }])).toBe(read)
  })

  it.each(['8点到12点', '08:30', '25:00-26:00', '08:30-12:60', '24:00-24:00', '08:30-12:00x'])(
    '%s are none',
    (typed) => {
      expect(readSpans(typed)).toBeUndefined()
    },
  )

  it('counts days over the end of a month', () => {
    expect(daysAfter('2026-02-27', 7)).toBe('2026-03-06')
  })
})

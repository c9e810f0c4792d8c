import { jsonLog, silentLog } from './log'

const written = (work: (log: ReturnType<typeof jsonLog>) => void) => {
  const lines: string[] = []
  work(jsonLog((line) => lines.push(line)))
  return lines
}

describe('the log', () => {
  it('is one line of JSON an event, with the time first', () => {
    const [line = ''] = written((log) => log.info('request', { trace: 'ab12', ms: 7 }))
    expect(JSON.parse(line)).toEqual({
      at: expect.stringMatching(/Z$/),
      level: 'info',
      event: 'request',
      trace: 'ab12',
      ms: 7,
    })
    expect(line).not.toContain('\n')
  })

  it('says of an error what kind it is and where it arose, never its message', () => {
    const [line = ''] = written((log) =>
      log.error('failed', new TypeError('13912345678 吴小明'), { action: 'tickets.file' }),
    )
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      event: 'failed',
      action: 'tickets.file',
      cause: 'TypeError',
      where: expect.stringContaining('log.test'),
    })
    expect(line).not.toMatch(/139|吴/)
  })

  it('does not take a line of a message for a place', () => {
    const [line = ''] = written((log) =>
      log.error('failed', new Error('first line\n    at 吴小明 (13912345678)\n    at home')),
    )
    expect(line).not.toMatch(/139|吴|home/)
  })

  it.each([
    ['a text', '吴小明'],
    ['nothing', undefined],
    ['an object', { phone: '13912345678' }],
  ])('says little of %s that was thrown', (_, thrown) => {
    const [line = ''] = written((log) => log.error('failed', thrown))
    expect(JSON.parse(line)).toMatchObject({ cause: typeof thrown, where: '' })
    expect(line).not.toMatch(/139|吴/)
  })

  it('may be silent', () => {
    expect(silentLog.info('request')).toBeUndefined()
    expect(silentLog.error('failed', new Error('x'))).toBeUndefined()
  })
})

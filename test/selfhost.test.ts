/** What a self-hoster is given fits together: image, unit, proxies, documentation and the program itself. */
import { existsSync, readFileSync } from 'node:fs'
import { MAX_PHOTO_BYTES } from '@/contract/uploads'

const read = (file: string) => readFileSync(file, 'utf8')
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts
/** What `npm run serve` runs. */
const SERVER = /tsx (\S+)$/.exec(scripts.serve ?? '')?.[1] ?? ''

/** The instructions of a Dockerfile, each on one line. */
const instructions = (text: string) =>
  text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
const dockerfile = instructions(read('Dockerfile'))
const having = (word: string) =>
  dockerfile.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
const endStage = dockerfile.slice(dockerfile.map((line) => line.startsWith('FROM ')).lastIndexOf(true))
const copied = having('COPY')
  .filter((line) => !line.startsWith('--from'))
  .flatMap((line) => line.split(' ').slice(0, -1))

describe('the image', () => {
  it.each(copied)('copies %s, which is there and which .dockerignore lets through', (source) => {
    expect(existsSync(source)).toBe(true)
    expect(read('.dockerignore').split('\n')).toContain(`!${source}`)
  })

  it('starts what npm run serve starts, without npm between it and its signals', () => {
    expect(SERVER).toMatch(/^src\/hosts\//)
    expect(existsSync(SERVER)).toBe(true)
    expect(JSON.parse(having('CMD').at(-1) ?? '')).toEqual(['node', '--import', 'tsx', SERVER])
  })

  it.each(having('RUN').flatMap((line) => /npm run (\S+)/.exec(line)?.[1] ?? []))(
    'builds with %s, a script of ours',
    (name) => {
      expect(scripts[name]).toBeDefined()
    },
  )

  it('names an exact Node, runs as nobody special, checks itself, and keeps what it stores in a volume', () => {
    for (const from of having('FROM')) expect(from).toMatch(/^node:20\.\d+\.\d+-\w+-slim/)
    const text = endStage.join('\n')
    expect(text).toMatch(/^USER node$/m)
    expect(text).toMatch(/^HEALTHCHECK .*\/healthz/m)
    expect(text).toMatch(/^VOLUME \/var\/lib\/minhu$/m)
    expect(text).toContain('npm ci --omit=dev')
  })

  it('has what runs among the dependencies of production', () => {
    const { dependencies } = JSON.parse(read('package.json'))
    expect(Object.keys(dependencies)).toEqual(
      expect.arrayContaining(['tsx', 'libsql', 'pg', 'sharp', 'sirv', 'valibot']),
    )
  })
})

describe('the units', () => {
  const unit = read('docs/systemd/minhu.service')

  it.each([
    ['minhu.service', SERVER],
    ['minhu-backup.service', 'src/hosts/backup.ts'],
  ])('%s runs %s, which is there', (name, file) => {
    expect(read(`docs/systemd/${name}`)).toMatch(new RegExp(`^ExecStart=.*/usr/bin/node --import tsx ${file}`, 'm'))
    expect(existsSync(file)).toBe(true)
  })

  it.each([
    'Restart=always',
    'KillSignal=SIGTERM',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'StateDirectory=minhu',
    'StartLimitIntervalSec=0',
  ])('say %s', (line) => {
    expect(unit.split('\n')).toContain(line)
  })

  it('give the server more time to stop than it takes', () => {
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThanOrEqual(15)
    expect(unit).toMatch(/^MemoryMax=\d+M$/m)
  })
})

describe('the proxies', () => {
  it.each([
    ['docs/proxy/Caddyfile', /max_size (\d+)MB/],
    ['docs/proxy/nginx.conf', /client_max_body_size (\d+)m;/],
  ])('%s lets a whole photo and its form through', (file, size) => {
    const allowed = Number(size.exec(read(file))?.[1]) * 1_000_000
    expect(allowed).toBeGreaterThan(MAX_PHOTO_BYTES + 16 * 1024)
  })
})

describe('the documentation', () => {
  const text = read('docs/self-hosting.md')
  const variablesIn = (source: string) => [...new Set(source.match(/\bMINHU_[A-Z_]+\b/g))]
  const known = variablesIn(read('src/hosts/env.ts'))
  /** Of the build, not of the server. */
  const OTHERS = ['MINHU_SERVER']

  it.each(known)('explains %s in its table', (name) => {
    expect(text).toMatch(new RegExp(`^\\|.*\`${name}\`.*\\|.*\\|.*\\|$`, 'm'))
  })

  it.each(variablesIn(text).filter((name) => !OTHERS.includes(name)))(
    'speaks of %s, which the server reads',
    (name) => {
      expect(known).toContain(name)
    },
  )

  it.each(['docs/minhu.env.example', 'compose.yaml', 'docs/systemd/minhu.service'])(
    '%s sets only what the server reads',
    (file) => {
      for (const name of variablesIn(read(file))) expect(known).toContain(name)
    },
  )

  it.each([...new Set(text.match(/docs\/(?:systemd|proxy)\/[\w.-]+|compose\.yaml|docs\/minhu\.env\.example/g))])(
    'names %s, which is there',
    (file) => {
      expect(existsSync(file)).toBe(true)
    },
  )
})

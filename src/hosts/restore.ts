/** `npm run restore -- <folder> [--replace]`: a backup into an empty place, or in the place of what is there. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { manifest } from '@/server/manifest'
import { check, copyPictures, PICTURES } from './backup-folder'
import { type Saying, said, sayingOf } from './backup-words'
import { archiveOf, openStore, placesOf } from './databases'
import { type Environment, readEnvironment } from './env'

type Outcome = { code: 0 | 1; saying: Saying }
const refused = (saying: Saying): Outcome => ({ code: 1, saying })

/** Everything is checked before anything is touched; the database, which shows the pictures to people, comes last. */
async function restore(folder: string | undefined, replace: boolean, env: Environment): Promise<Outcome> {
  if (!folder) return refused({ what: 'say-where' })
  const checked = await check(folder)
  if (!checked.ok) return refused(checked.why)
  const { backup, files } = checked
  const archive = archiveOf(env)
  if (archive.kind !== backup.kind) return refused({ what: 'other-kind', it: backup.kind })
  if (!replace && !(await archive.isEmpty())) return refused({ what: 'not-empty' })
  if (await archive.isInUse()) return refused({ what: 'in-use' })

  const { pictures } = placesOf(env)
  await mkdir(pictures, { recursive: true })
  const names = files.flatMap((file) => (file.startsWith(`${PICTURES}/`) ? [file.slice(PICTURES.length + 1)] : []))
  await copyPictures(names, path.join(folder, PICTURES), pictures)
  await archive.load(path.join(folder, backup.database))
  return { code: 0, saying: { what: 'restored', it: `${backup.begunAt}, ${await contents(env)}` } }
}

/** How much there is now, for the person who does the drill to compare. */
async function contents(env: Environment): Promise<string> {
  const store = await openStore(env)
  const counts = await Promise.all(Object.keys(manifest).map(async (name) => `${name} ${await store.count(name)}`))
  await store.close()
  return counts.join(', ')
}

async function main(): Promise<number> {
  const words = process.argv.slice(2)
  const folder = words.find((word) => !word.startsWith('--'))
  const { code, saying } = await restore(folder, words.includes('--replace'), readEnvironment(process.env))
  ;(code === 0 ? process.stdout : process.stderr).write(`${said(saying)}\n`)
  return code
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${said(sayingOf(error))}\n`)
    process.exit(1)
  },
)

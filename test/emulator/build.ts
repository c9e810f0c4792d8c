/** Before the tests: the cloud functions as they are deployed, but for the emulator's storage. Takes a second. */
import { buildFunctions, SMOKE } from '../../cloud/bundle'
import { FILE_PREFIX } from './environment'

export const FUNCTIONS_FOLDER = 'dist/emulated/functions'
/** The function that looks at a new environment, which is not deployed with the others. */
export const SMOKE_FOLDER = 'dist/emulated/smoke'

export default async () => {
  const storage = FILE_PREFIX.replace(/\/$/, '')
  await buildFunctions({ folder: FUNCTIONS_FOLDER, storage, district: 'test/emulator/district.ts' })
  await buildFunctions({ folder: SMOKE_FOLDER, storage, names: [SMOKE] })
}

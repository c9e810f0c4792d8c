/** Before the tests: the cloud functions as they are deployed, but for the emulator's storage. Takes a second. */
import { buildFunctions } from '../../cloud/bundle'
import { FILE_PREFIX } from './environment'

export const FUNCTIONS_FOLDER = 'dist/emulated/functions'

export default () =>
  buildFunctions({
    folder: FUNCTIONS_FOLDER,
    storage: FILE_PREFIX.replace(/\/$/, ''),
    district: 'test/emulator/district.ts',
  })

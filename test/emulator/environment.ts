const ENVIRONMENT = 'minhu-emulated'
export const APP_ID = 'wx0123456789abcdef'
export const SECRET_ID = 'AKIDemulated'
export const SECRET_KEY = 'emulated-secret-key'

/** What the id of every file in this environment begins with: its path follows. */
export const FILE_PREFIX = `cloud://${ENVIRONMENT}.6d69-${ENVIRONMENT}-1250000000/`

/** The environment variables that a cloud function finds, pointing the SDK to an emulator. */
export function environmentOf(url: string) {
  return {
    // Without it each request asks another machine where it runs.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: SECRET_ID,
    TENCENTCLOUD_SECRETKEY: SECRET_KEY,
    SCF_NAMESPACE: ENVIRONMENT,
    TCB_ENV: ENVIRONMENT,
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    SILENCE: 'true',
    // No test asks anybody outside this machine.
    MINHU_WEATHER: 'none',
  }
}

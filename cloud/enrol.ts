/** `npm run enrol:wechat -- <account> <name> <unit> <duty,duty>`: an official's account in the cloud; its first password is printed once. */
import { caofeidian } from '@/district/caofeidian/district'
import { run, surroundings } from './command'
import { enrolFrom } from './enrolling'
import { askWeixin } from './tcb'

run(enrolFrom({ ...surroundings(), district: caofeidian, ask: (appid, secret) => askWeixin({ appid, secret }) }))

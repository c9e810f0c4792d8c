/** `npm run smoke:wechat`: asks a real environment what could not be known without one. Needs `deploy:wechat -- --really --with-smoke` before. */
import { run, surroundings } from './command'
import { smokeFrom } from './smoking'
import { askWeixin } from './tcb'

run(smokeFrom({ ...surroundings(), ask: (appid, secret) => askWeixin({ appid, secret }) }))

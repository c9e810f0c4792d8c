/**
 * `npm run deploy:wechat`: what would be done, and what is missing. `-- --really` does it; `--with-smoke` deploys the
 * function that `npm run smoke:wechat` asks; `--replace-indexes` changes indexes that differ; `--sample` lets the sample
 * district through, for a trial.
 */
import { caofeidian } from '@/district/caofeidian/district'
import { openCi, toolsAreThere } from './ci'
import { run, surroundings } from './command'
import { deployFrom } from './deploy-run'
import { askWeixin } from './tcb'
import { workshop } from './workshop'

run(
  deployFrom({
    ...surroundings(),
    district: caofeidian,
    workshop,
    tools: toolsAreThere(),
    ask: (deployment, secret) => askWeixin({ appid: deployment.appid, secret }),
    ci: (deployment, project) => openCi(deployment, project),
  }),
)

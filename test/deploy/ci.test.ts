/** What miniprogram-ci is told. That WeChat takes it needs a real account; its names are those of its README and source. */
import { execFileSync } from 'node:child_process'
import { type MiniProgramCi, openCi, toolsAreThere } from '../../cloud/ci'
import { DEPLOYMENT } from './stand-in'

/** Records what it is told, and answers a trigger as it is told to. */
function recording(answer = '创建定时触发器成功') {
  const told: Record<string, object> = {}
  const record = (name: string, about: object) => {
    told[name] = about
  }
  const ci: MiniProgramCi = {
    Project: class {
      constructor(about: object) {
        Object.assign(this, about)
      }
    },
    upload: async (about) => record('upload', about),
    cloud: {
      uploadFunction: async (about) => record('function', about),
      async createTimeTrigger(about) {
        record('trigger', about)
        return answer
      },
    },
  }
  return { told, ci }
}
const MINUTE = { name: 'minute', type: 'timer', config: '0 * * * * * *' }

it('a function goes to the environment with its whole path, and is installed there', async () => {
  const { told, ci } = recording()
  await openCi(DEPLOYMENT, '/project', ci).uploadFunction('api', '/built/api')
  expect(told.function).toMatchObject({
    ...{ env: DEPLOYMENT.environment, name: 'api', path: '/built/api', remoteNpmInstall: true },
    project: { appid: DEPLOYMENT.appid, projectPath: '/project', privateKeyPath: DEPLOYMENT.uploadKey },
  })
})

it.each([
  ['made', '创建定时触发器成功', true],
  ['refused, which it says in a sentence', '请检查传入的 triggersConfig 是否符合格式', false],
])('a trigger that is %s', async (_, answer, made) => {
  const { told, ci } = recording(answer)
  expect(await openCi(DEPLOYMENT, '/project', ci).createTrigger('timer', MINUTE)).toBe(made)
  expect(told.trigger).toMatchObject({
    ...{ envId: DEPLOYMENT.environment, functionName: 'timer', triggersConfig: [MINUTE] },
  })
})

it('the mini program goes with its version, its description and the settings of its project', async () => {
  const { told, ci } = recording()
  await openCi(DEPLOYMENT, '/project', ci).uploadProgram('/project')
  expect(told.upload).toMatchObject({ version: '1.2.3', desc: '首次发布', setting: { useProjectConfig: true } })
})

const whenInstalled = toolsAreThere() ? it : it.skip
whenInstalled('miniprogram-ci has these calls, where it is installed (npm ci --prefix cloud/tools)', () => {
  const script = `const { Project, upload, cloud } = require('miniprogram-ci')
    const calls = [Project, upload, cloud.uploadFunction, cloud.createTimeTrigger]
    process.stdout.write(calls.every((call) => typeof call === 'function') ? 'ALL' : 'NOT ALL', () => process.exit(0))`
  expect(execFileSync('node', ['-e', script], { cwd: 'cloud/tools' }).toString()).toMatch(/\bALL$/)
})

// WeChat's own project checker over a built mini program, without WeChat: `node check.js <folder>` prints JSON.
//
// miniprogram-ci asks WeChat's server twice: for the account's limits and for a list of file endings. Both are answered
// here, and every other way out is shut, so that a run either needs no network or says what it asked for.
const net = require('node:net')
const dns = require('node:dns')
const path = require('node:path')

/** What this process tried to reach. A pipe or a socket file has a path and no port. */
const reached = []
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given
  const to = typeof first === 'object' ? first : { port: first }
  if (to.port === undefined) return connect.apply(this, given)
  reached.push(`${to.host ?? 'localhost'}:${to.port}`)
  process.nextTick(() => this.destroy(new Error('the project checker may not use the network')))
  return this
}
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = (host, ...rest) => {
    reached.push(`${name} ${host}`)
    rest.at(-1)(new Error('the project checker may not use the network'))
  }
}

const endings = require('miniprogram-ci/dist/utils/white_ext_list')
endings.getWhiteExtList = async () => ({
  MiniProgramWhiteList: new Set(endings.MiniProgramWhiteList),
  GameWhiteList: new Set(endings.GameWhiteList),
})
const ci = require('miniprogram-ci')

/** An ordinary account's, as the server gives them (MB, KB for the icon). */
const LIMITS = {
  MaxCodeSize: 2,
  MaxSubpackageSubCodeSize: 2,
  MaxSubpackageFullCodeSize: 20,
  NavigateMiniprogramLimit: 10,
  MaxSubPackageLimit: 100,
  MinTabbarCount: 2,
  MaxTabbarCount: 5,
  MaxCustomTabbarCount: 5,
  MaxTabbarIconSize: 40,
}
const SETTING = { es6: true, minify: true, minifyJS: true, minifyWXML: true, minifyWXSS: true }

async function main(folder) {
  const project = new ci.Project({
    appid: 'wx0123456789abcdef',
    type: 'miniProgram',
    projectPath: path.resolve(folder),
    privateKey: 'never sent',
    ignores: ['node_modules/**/*'],
  })
  project.attr = async () => ({
    platform: false,
    gameApp: false,
    isSandbox: false,
    released: false,
    appType: 0,
    setting: LIMITS,
  })
  const refused = await ci
    .getCompiledResult({ project, desc: 'audit', version: '0.0.0', setting: SETTING, onProgressUpdate() {} })
    .then(
      () => undefined,
      (error) => String(error?.message ?? error),
    )
  const quality = refused === undefined ? await ci.checkCodeQuality(project, {}) : []
  return { refused, quality, reached }
}

main(process.argv[2] ?? '.').then(
  (result) => {
    process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0))
  },
  (error) => {
    process.stderr.write(`${error?.stack ?? error}\n`, () => process.exit(1))
  },
)

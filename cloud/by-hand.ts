/** What no documented API sets: the JSON to paste, and where. */
import { both } from './deployment'
import { databaseRules, functionRules, storageRules } from './settings'
import type { Say } from './steps'
import type { BuiltFunction } from './workshop'

const CONSOLE = '云开发控制台'

/** Until the rules are pasted a phone may read and write what the console's presets allow: do it before anyone is let in. */
export function showByHand(functions: BuiltFunction[], say: Say): void {
  say(
    both(
      '下面几项没有公开接口，需在控制台手工完成（发布前必须做完）',
      'By hand, before anybody is let in (no API is known):',
    ),
  )
  const [rule] = Object.values(databaseRules)
  const names = Object.keys(databaseRules).join(', ')
  say(`  a. ${CONSOLE} → 数据库 → 每个集合 → 权限设置 → 自定义安全规则 / each collection's rules: ${names}`)
  say(`     ${JSON.stringify(rule)}`)
  say(`  b. ${CONSOLE} → 存储 → 权限设置 → 自定义安全规则 / rules of the storage`)
  say(`     ${JSON.stringify(storageRules)}`)
  say(`  c. ${CONSOLE} → 云函数 → 权限控制 / rules of the functions`)
  say(`     ${JSON.stringify(functionRules)}`)
  say(`  d. ${CONSOLE} → 云函数 → 配置：运行环境 Node.js 18 或 20，超时时间 / Node and timeout of each function`)
  say(`     ${functions.map(({ name, timeout }) => `${name} ${timeout} s`).join(', ')}`)
  say('  e. 云调用权限：开发者工具里右键云函数目录，上传一次（config.json 生效，最长 10 分钟）')
  say('     openapi permissions: upload each function once from the developer tools, which read config.json')
  for (const { name, permissions } of functions) say(`     ${name}: ${permissions.join(', ') || '-'}`)
  say('  f. 消息推送、隐私、用户生成内容声明：见 docs/deploy-wechat.md / push, privacy and content: see the guide')
}

import { MissingProgram } from '@/drivers/sql'

/** Everything that backing up and restoring can say, in Chinese and in English; {it} is a file, folder or program. */
const WORDS = {
  'say-where': ['请写明备份文件夹：npm run … -- <文件夹>', 'Name the folder of the backup: npm run … -- <folder>'],
  'folder-there': [
    '{it} 已经存在，没有备份。请换一个名字。',
    '{it} exists already: nothing was saved. Choose another name.',
  ],
  'no-database': ['没有找到数据库 {it}，没有备份。', 'There is no database {it}: nothing was saved.'],
  saved: ['备份完成并已校验：{it}', 'Saved, with checksums: {it}'],
  'pictures-missing': [
    '注意：数据库提到的 {it} 张照片不在照片文件夹里。请检查共享存储是否挂载。其余内容已备份。',
    'Careful: {it} pictures that the database names are not in the folder of pictures. Is the shared storage mounted? All else was saved.',
  ],
  unfinished: [
    '{it} 不是完整的备份（缺少 backup.json），没有改动任何内容。',
    '{it} is no complete backup (no backup.json). Nothing was touched.',
  ],
  damaged: [
    '备份已损坏：{it} 与校验值不符，没有改动任何内容。',
    'The backup is damaged: {it} does not match its checksum. Nothing was touched.',
  ],
  'other-kind': [
    '这是 {it} 的备份，与 MINHU_DATABASE 指定的数据库种类不同，没有改动任何内容。',
    'This is a backup of {it}, which is not what MINHU_DATABASE names. Nothing was touched.',
  ],
  'not-empty': [
    '数据库里已有内容，没有改动。确要用备份替换，请加 --replace。',
    'The database is not empty. Nothing was touched. To put the backup in its place, add --replace.',
  ],
  'in-use': [
    '服务还在运行，没有改动任何内容。请先停止所有服务进程。',
    'A server is still running. Nothing was touched. Stop every server first.',
  ],
  'program-missing': [
    '缺少程序 {it}。请安装 PostgreSQL 客户端（Debian：apt install postgresql-client），版本不低于服务器。',
    'The program {it} is missing. Install the PostgreSQL client (Debian: apt install postgresql-client), not older than the server.',
  ],
  failed: ['没有完成：{it}', 'Not done: {it}'],
  restored: ['恢复完成：{it}', 'Restored: {it}'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type Saying = { what: keyof typeof WORDS; it?: string }

/** Both languages, a line each. */
export const said = ({ what, it = '' }: Saying): string =>
  WORDS[what].map((line) => line.replace('{it}', it)).join('\n')

/** What went wrong outside, in a sentence for the person at the machine. */
export function sayingOf(error: unknown): Saying {
  if (error instanceof MissingProgram) return { what: 'program-missing', it: error.program }
  return { what: 'failed', it: error instanceof Error ? error.message : 'unknown' }
}

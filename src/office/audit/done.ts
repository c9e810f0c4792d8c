import { auditWords } from '@/ui/auditWords'
import { deskWords } from '@/ui/deskWords'
import type { Words } from '@/ui/words'

/** What was done, in words: 办理工单 · 转办. */
export function doneWords(did: string, what: string | undefined, say: (words: Words) => string): string {
  const done = named(auditWords.did, did)
  const part = what && named(did === 'desk.queue' ? deskWords.queues : auditWords.what, what)
  // A day, or the weeks of an export, says itself.
  const said = part ? say(part) : /^\d{4}-/.test(what ?? '') ? what : ''
  return `${done ? say(done) : did}${said ? ` · ${said}` : ''}`
}

const named = (words: Partial<Record<string, Words>>, name: string): Words | undefined => words[name]

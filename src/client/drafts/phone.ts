/** What drafts need of a phone. The real one is in onPhone.ts; the fault run brings its own. */
import type { Answer, Ask } from '@/contract'
import type { MediaView } from '@/contract/uploads'

export type Phone = {
  /** Small texts, written at once. `write` gives false when nothing more fits: then what was there before is still there. */
  storage: {
    keys(): string[]
    read(key: string): string | undefined
    write(key: string, text: string): boolean
    remove(key: string): void
  }
  /** What the camera and the microphone made, copied to where the phone does not tidy up. */
  files: {
    /** Whole or not at all. `kept` says how many bytes it has: what the camera said is not always true. */
    keep(from: string, name: string): Promise<{ kept: number } | 'full' | 'failed'>
    /** Where it can be shown and sent from; undefined when it is not there, or has not so many bytes. */
    pathOf(name: string, bytes: number): Promise<string | undefined>
    names(): Promise<string[]>
    drop(name: string): Promise<void>
  }
  server: {
    /** `again`: it was tried before and may have arrived. */
    upload(
      file: { key: string; path: string; seconds?: number; again: boolean },
      tell: (percent: number) => void,
    ): Promise<Answer<MediaView>>
    file(filing: Ask<'tickets.file'>): Promise<Answer<{ no: string }>>
  }
  /** It is sure that it has no network. A phone may be wrong about that, either way. */
  offline(): boolean
  now(): Date
  newKey(): string
  /** Runs something after so many milliseconds, unless it is taken back. */
  later(milliseconds: number, run: () => void): () => void
  /** Does this while nobody else does it on this phone: another tab of the browser. */
  alone(work: () => Promise<void>): Promise<void>
}

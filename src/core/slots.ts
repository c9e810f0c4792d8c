/** Slots of reply templates, as far as phones know of them: words in 【】 that are still to be filled in. */

/** Where a template is offered. */
export const PHRASE_USES = ['reply', 'ask-back', 'extend', 'answer'] as const
export type PhraseUse = (typeof PHRASE_USES)[number]

/** Also one whose other bracket was lost while writing. */
const OPEN = /【([^【】]*)】?|】/g
/** How much of its name is said of a slot that was never closed. */
export const SLOT_NAME = 12

/** The names of the slots that are still open in a text, in their order; each once. */
export const slotsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(OPEN)].map(([, name = '']) => name.trim().slice(0, SLOT_NAME))),
]

/** Where the first open slot stands: from one character to before another. */
export function firstSlot(text: string): { from: number; to: number } | undefined {
  const [slot] = text.matchAll(/【[^【】]*】/g)
  return slot && { from: slot.index, to: slot.index + slot[0].length }
}

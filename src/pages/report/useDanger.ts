import { useCallback, useState } from 'react'

/** What the person has said is no danger, by draft: asked once, and again only for something new. */
const calm = new Map<string, string[]>()

/** The words of danger in a text. Without regard to capitals. */
export function dangerIn(text: string, danger: string[]): string[] {
  const plain = text.toLowerCase()
  return danger.filter((word) => plain.includes(word.toLowerCase()))
}

type Danger = {
  /** What speaks of danger to life, and stops the form. */
  found: string | undefined
  /** Something that was chosen does. */
  choose: (option: string) => void
  /** There is none. */
  goOn: () => void
}

/** Looks at what is written in `draft`, without asking anybody: it works without a network. */
export function useDanger(draft: string, text: string, danger: string[]): Danger {
  const [chosen, setChosen] = useState<string>()
  const [, again] = useState(0)
  const known = calm.get(draft) ?? []
  const written = dangerIn(text, danger)
  const found = [...written, ...(chosen === undefined ? [] : [chosen])].find((one) => !known.includes(one))
  const choose = useCallback((option: string) => setChosen(option), [])
  const goOn = () => {
    calm.set(draft, [...known, ...written, ...(chosen === undefined ? [] : [chosen])])
    again((n) => n + 1)
  }
  return { found, choose, goOn }
}

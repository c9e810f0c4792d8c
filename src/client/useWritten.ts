import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { keepWritten, writtenOn } from './deskDrafts'
import { officialHere } from './session'

/** Who works on this screen. Whoever is signed out still does; somebody else who signs in instead does from then on. */
export function useOfficialHere(): string {
  const [official, setOfficial] = useState(() => officialHere() ?? '')
  useDidShow(() => {
    const now = officialHere()
    if (now && now !== official) setOfficial(now)
  })
  return official
}

export type WrittenHere = {
  in: (box: string) => string
  keep: (box: string, text: string) => void
}

/** What this official has written on this ticket, box by box: in memory, and on the device. An empty text is forgotten. */
export function useWritten(no: string, official: string): WrittenHere {
  const written = useRef<Record<string, string>>()
  written.current ??= writtenOn(no, official, Date.now())
  const { current } = written
  return {
    in: (box) => current[box] ?? '',
    keep(box, text) {
      current[box] = text
      if (official) keepWritten(no, official, box, text, Date.now())
    },
  }
}

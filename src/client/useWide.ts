import { useEffect, useState } from 'react'

/** From here on there is room for a list and a ticket side by side. */
const WIDE = 1000

/** Whether this is a desktop window. Only the web has those; on the mini program it costs nothing. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const look = () => setWide(isWide())
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return wide
}

const isWide = () => process.env.TARO_ENV === 'h5' && window.innerWidth >= WIDE

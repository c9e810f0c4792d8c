import { Tap } from './Tap'
import './Tick.css'

type Props = { name: string; on: boolean; onTap: () => void }

/** With it where it was not among them, without it where it was. */
export const ticked = <T,>(among: readonly T[], one: T): T[] =>
  among.includes(one) ? among.filter((other) => other !== one) : [...among, one]

/** A box to tick, and the sentence beside it; all of it can be tapped. */
export function Tick({ name, on, onTap }: Props) {
  return (
    <Tap role='switch' look='line' className='tick' on={on} label={name} onTap={onTap}>
      {`${on ? '☑' : '☐'}　${name}`}
    </Tap>
  )
}

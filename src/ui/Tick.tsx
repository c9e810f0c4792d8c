import { Tap } from './Tap'
import './Tick.css'

type Props = { name: string; on: boolean; onTap: () => void }

/** A box to tick, and the sentence beside it; all of it can be tapped. */
export function Tick({ name, on, onTap }: Props) {
  return (
    <Tap role='switch' look='line' className='tick' on={on} label={name} onTap={onTap}>
      {`${on ? '☑' : '☐'}　${name}`}
    </Tap>
  )
}

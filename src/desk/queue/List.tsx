import { View } from '@tarojs/components'
import type { Asking } from '@/client/useAsk'
import type { Output } from '@/contract'
import { deskWords } from '@/ui/deskWords'
import { officialWords } from '@/ui/officialWords'
import { Empty, Loading } from '@/ui/States'
import { TicketCard } from '@/ui/TicketCard'
import { Stale, Trouble } from '@/ui/Trouble'
import { TrailTurn } from '@/ui/Turn'
import { useSay } from '@/ui/words'
import type { Spot } from '.'
import { Head } from './Head'
import type { Bells } from './useQueue'

type Page = Output<'desk.queue'>
type Props = Pick<Asking<Page>, 'asked' | 'again'> & {
  /** The last page there was: who sits here and what they have stay in sight while another is asked. */
  known: Page | undefined
  bells: Bells
  spot: Spot
  go: (spot: Spot) => void
  open: (no: string) => void
  chosen?: string
  showKeys?: (() => void) | undefined
}

/** One page of a queue, with the way to the others. */
export function List({ asked, known, bells, again, spot, go, open, chosen, showKeys }: Props) {
  return (
    <View>
      {known ? (
        <Head
          page={known}
          bells={bells}
          queue={spot.queue}
          choose={(queue) => go({ queue, trail: [] })}
          refresh={again}
          showKeys={showKeys}
        />
      ) : null}
      {asked.state === 'loading' ? <Loading /> : null}
      {asked.state === 'failed' ? <Trouble error={asked.error} again={() => void again()} /> : null}
      {asked.state === 'ready' ? (
        <View>
          <Stale asked={asked} />
          <Lines page={asked.data} open={open} {...(chosen && { chosen })} />
          <TrailTurn trail={spot.trail} next={asked.data.next} go={(trail) => go({ queue: spot.queue, trail })} />
        </View>
      ) : null}
    </View>
  )
}

function Lines({ page, open, chosen }: { page: Page; open: (no: string) => void; chosen?: string }) {
  const say = useSay()
  if (!page.items.length) return <Empty title={say(deskWords.empty)} />
  return (
    <View>
      {page.items.map((line) => (
        <TicketCard
          key={line.no}
          line={line}
          desk={officialWords.clock}
          chosen={line.no === chosen}
          onTap={() => open(line.no)}
        />
      ))}
    </View>
  )
}

import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { refreshAlerts, takeAlerts } from '@/client/alerts'
import { dial, setUnseen } from '@/client/device'
import { routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import type { Output } from '@/contract'
import { home } from '@/contract/home'
import { Answered } from '@/ui/Answered'
import { DeskHours } from '@/ui/DeskHours'
import { EmergencyNumbers } from '@/ui/EmergencyNumbers'
import { iconOf } from '@/ui/icons'
import { Picture } from '@/ui/Picture'
import { Screen } from '@/ui/Screen'
import { Tap } from '@/ui/Tap'
import { TicketCard } from '@/ui/TicketCard'
import { useSay, words } from '@/ui/words'
import './index.css'
import { Drafts } from './Drafts'
import { Issues, More, News } from './Lines'
import { Menu } from './Menu'
import { Weather } from './Weather'

export default function Home() {
  const asking = useAsk(home, 'home.open', {})
  const { asked } = asking
  const fresh = asked.state === 'ready' && !asked.asOf ? asked.data.alerts : undefined
  const alone = asked.state !== 'loading' && !fresh
  useEffect(() => {
    if (fresh) takeAlerts(fresh)
    if (alone) void refreshAlerts()
  }, [fresh, alone])
  const unseen = asked.state === 'ready' ? asked.data.unseen : undefined
  useEffect(() => {
    if (unseen !== undefined) setUnseen(unseen)
  }, [unseen])
  return (
    <Screen title={words.home.title} tab alerts={fresh ?? 'own'}>
      <Answered asking={asking} failed={<EmergencyNumbers />}>
        {(opened) => <Ready home={opened} />}
      </Answered>
    </Screen>
  )
}

function Ready({ home }: { home: Output<'home.open'> }) {
  const say = useSay()
  const { district, latest, weather, menu, news, issues } = home
  return (
    <View>
      <Head {...home} />
      <Tap look='main' className='home-report' onTap={routes.report}>
        <Picture className='home-camera' src={iconOf('camera')} />
        <View>
          <View className='home-report-name'>{say(words.home.report)}</View>
          <View className='small'>{say(words.home.reportHint)}</View>
        </View>
      </Tap>
      {weather ? <Weather weather={weather} /> : null}
      <Drafts />
      <Menu entries={menu} />
      <News lines={news} />
      <Issues lines={issues} />
      <Latest latest={latest} />
      <View className='row home-pair'>
        <Shortcut icon='search' name={say(words.home.lookup)} hint={say(words.home.lookupHint)} onTap={routes.lookup} />
        <Shortcut
          icon='phone'
          name={`${say(words.home.hotline)} ${district.hotline}`}
          hint={say(words.home.hotlineHint)}
          onTap={() => dial(district.hotline)}
        />
      </View>
    </View>
  )
}

function Head({ district, ...hours }: Output<'home.open'>) {
  const say = useSay()
  return (
    <View className='home-head'>
      <View className='home-name'>{`${say(district.name)} · ${say(district.program)}`}</View>
      <DeskHours {...hours} />
      {district.sample ? <View className='small home-sample'>{say(words.sampleNote)}</View> : null}
      <View className='row home-find'>
        <Tap look='line' role='link' className='home-search grow' onTap={() => routes.search()}>
          {say(words.home.search)}
        </Tap>
        <Tap look='line' role='link' className='home-search' onTap={() => routes.ask()}>
          {say(words.home.ask)}
        </Tap>
      </View>
    </View>
  )
}

function Shortcut({ icon, name, hint, onTap }: { icon: string; name: string; hint: string; onTap: () => void }) {
  return (
    <Tap look='bare' className='card home-shortcut' label={`${name} ${hint}`} onTap={onTap}>
      <View className='home-icon'>
        <Picture className='icon' src={iconOf(icon)} />
      </View>
      <View className='strong'>{name}</View>
      <View className='quiet small'>{hint}</View>
    </Tap>
  )
}

function Latest({ latest }: { latest: Output<'home.open'>['latest'] | undefined }) {
  const say = useSay()
  if (!latest) return <Assurance />
  return (
    <View>
      <More name={say(words.home.latest)} all={say(words.home.allTickets)} onTap={routes.tickets} />
      <TicketCard line={latest} onTap={() => routes.ticket(latest.no)} />
    </View>
  )
}

/** What a person can count on, for whoever has not filed anything yet. */
function Assurance() {
  const say = useSay()
  return (
    <View className='card stack'>
      <View className='heading'>{say(words.home.promise)}</View>
      {words.home.steps.map((step, index) => (
        <View key={step.en} className='row home-step'>
          <View className='home-count'>{String(index + 1)}</View>
          <View className='grow'>{say(step)}</View>
        </View>
      ))}
    </View>
  )
}

/** What people are told, whether or not WeChat sends it: in their inbox, at a time that suits them, and once. */
import type { Output } from '@/contract'
import { everywhere } from './everywhere'
import { newKey, type Person } from './people'
import { article, corrects, does, earthquake, signs, writes } from './releases'
import { handledTicket, LASTING, ONE_TIME, openSubscribed, type Subscribed } from './subscriptions'
import type { Town } from './town'

everywhere((openTown, inCloud) => {
  let phones: Subscribed
  let town: Town
  let wu: Person
  let li: Person
  let no: string

  const open = async (notices = ONE_TIME) => {
    phones = await openSubscribed(openTown, { notices })
    town = phones.town
    ;({ wu, no, li } = await handledTicket(town))
    await wu.gets('inbox.seen', { upTo: town.now() })
    town.pass(1)
  }
  beforeEach(() => open())
  afterEach(() => phones.close())

  const inbox = (who: Person): Promise<Output<'inbox.open'>> => who.gets('inbox.open', {})
  const told = async (who: Person) =>
    (await inbox(who)).items.map(({ title, unseen }) => `${unseen ? '* ' : ''}${title.zh}`)
  const wishes = (who: Person, wished: Partial<Output<'wishes.open'>['wishes']>) =>
    who.gets('wishes.set', { key: newKey(), wishes: { topics: [], towns: [], ...wished } })
  const errands = () => town.world.store.count('errands')
  const goes = async (when: string) => {
    town.on(when)
    await town.tick()
  }
  /** Officials' sessions last half a day. */
  const fresh = async (account: string) => town.official(account)

  describe('the inbox', () => {
    it('has every line that others wrote and the asker may see, with no words of theirs', async () => {
      await li.replies(no, '吴小明您好，我们下午到现场。')
      town.pass(1)
      await li.does(no, { do: 'note', text: '内部：先看监控' })
      await li.does(no, { do: 'extend', days: 2, reason: '等材料' })
      const { items, unseen } = await inbox(wu)
      const said = items.map(({ title }) => title.zh)
      expect(said.slice(0, 2)).toEqual(['办理期限延长，点开看原因', '工作人员回复了您，点开查看'])
      // Both at ten.
      expect(said.slice(2).sort()).toEqual(['交通运输局已有专人接办', '已转交通运输局办理'])
      expect(items[0]).toMatchObject({ kind: 'ticket', about: no, text: { zh: `道路交通 · ${no}` } })
      expect(unseen).toBe(2)
      expect(JSON.stringify(items)).not.toMatch(/吴小明|下午|监控|材料/)
    })

    it('is told without WeChat’s leave too, and looking at the ticket is seeing it', async () => {
      await li.asksBack(no, '哪个出口？')
      await town.tick()
      expect([phones.arrived(), (await told(wu))[0]]).toEqual([[], '* 工作人员想问您，请点开回答'])
      expect((await wu.gets('home.open', {})).unseen).toBe(1)
      await wu.sees(no)
      expect([(await told(wu))[0], (await wu.gets('home.open', {})).unseen]).toEqual(['工作人员想问您，请点开回答', 0])
    })

    it('is one’s own: nobody marks or reads another’s', async () => {
      await li.replies(no, '收到')
      const [letter] = (await inbox(wu)).items
      const sun = await town.wechatCitizen('code-of-sun')
      await sun.gets('inbox.seen', { id: letter?.id ?? '' })
      expect([(await inbox(sun)).items, (await inbox(wu)).unseen]).toEqual([[], 1])
    })

    it('ends by itself after half a year', async () => {
      await goes('Mon 2026-08-31 10:00')
      expect((await inbox(wu)).items.length).toBe(0)
    })

    it('tells on the ticket why WeChat would not send', async () => {
      await phones.says(wu, ['t-replied'], 'accept')
      await li.replies(no, '收到')
      await town.tick()
      expect((await li.opens(no)).unsent).toMatchObject({ why: 'no-leave' })
      expect((await wu.sees(no)).unsent).toBeUndefined()
    })
  })

  describe('the night', () => {
    beforeEach(async () => {
      for (const one of ['t-answered', 't-replied', 't-replied']) await phones.agrees(wu, 'o-wu', one)
    })

    it('an answer written late comes in the morning', async () => {
      town.on('Mon 2026-03-02 22:30')
      await (await fresh('li')).finishes(no, '已处理')
      await goes('Tue 2026-03-03 06:59')
      expect(phones.arrived()).toEqual([])
      await goes('Tue 2026-03-03 07:00')
      expect([phones.arrived(), await errands()]).toEqual([['o-wu: 有答复了，请点开看是否解决'], 0])
    })

    it('what was read meanwhile is not told in the morning', async () => {
      town.on('Mon 2026-03-02 22:30')
      await (await fresh('li')).finishes(no, '已处理')
      await town.tick()
      await wu.sees(no)
      await goes('Tue 2026-03-03 07:00')
      expect([phones.arrived(), await errands()]).toEqual([[], 0])
    })

    it('several replies become one message in the morning, for one credit', async () => {
      town.on('Mon 2026-03-02 22:30')
      const late = await fresh('li')
      for (const words of ['收到', '在路上', '到了']) await late.replies(no, words)
      await town.tick()
      await goes('Tue 2026-03-03 07:00')
      expect([phones.arrived(), phones.wechat.asked.filter(({ call }) => call === 'subscribeSend').length]).toEqual([
        ['o-wu: 您有 3 条新消息，点开查看'],
        1,
      ])
      await goes('Tue 2026-03-03 07:01')
      expect([phones.arrived(), await errands()]).toEqual([[], 0])
    })

    it('is when the person says it is', async () => {
      await wishes(wu, { quiet: { from: '09:00', to: '11:30' } })
      await li.replies(no, '收到')
      await town.tick()
      expect(phones.arrived()).toEqual([])
      await goes('Mon 2026-03-02 11:30')
      expect(phones.arrived()).toEqual(['o-wu: 工作人员回复了您，点开查看'])
    })
  })

  describe('a flood', () => {
    beforeEach(async () => {
      for (const one of ['t-replied', 't-replied', 't-replied', 't-asked']) await phones.agrees(wu, 'o-wu', one)
    })

    it('of replies: the first at once, the others as one half an hour later', async () => {
      for (const words of ['收到', '在路上', '到了', '在看']) await li.replies(no, words)
      await town.tick()
      expect(phones.arrived()).toEqual(['o-wu: 工作人员回复了您，点开查看'])
      town.pass(29)
      await town.tick()
      expect(phones.arrived()).toEqual([])
      town.pass(1)
      await town.tick()
      expect([phones.arrived(), await errands()]).toEqual([['o-wu: 您有 3 条新消息，点开查看'], 0])
    })

    it('does not keep back a question, nor what they wait for', async () => {
      await li.replies(no, '收到')
      await town.tick()
      phones.arrived()
      town.pass(1)
      await li.asksBack(no, '哪个出口？')
      await town.tick()
      expect(phones.arrived()).toEqual(['o-wu: 工作人员想问您，请点开回答'])
      town.pass(1)
      await wu.supplies(no, '北出口')
      await li.replies(no, '明白')
      await town.tick()
      expect(phones.arrived()).toEqual(['o-wu: 工作人员回复了您，点开查看'])
    })

    it('used up credits leave the rest to the inbox', async () => {
      for (let n = 0; n < 6; n++) {
        await li.replies(no, `第 ${n} 次`)
        town.pass(31)
        await town.tick()
      }
      expect([phones.arrived().length, (await inbox(wu)).unseen, await errands()]).toEqual([3, 6, 0])
    })
  })

  describe('what is published', () => {
    let lin: Person
    let chen: Person
    let gao: Person
    beforeEach(async () => {
      ;[lin, chen, gao] = [await town.official('lin'), await town.official('chen'), await town.official('gao')]
    })

    const goesOut = async (content: Parameters<typeof writes>[1]) => {
      const { id } = await writes(lin, content)
      await does(lin, id, { do: 'submit' })
      await signs(chen, id)
      if (content.kind === 'alert') await signs(gao, id)
      await does(lin, id, { do: 'publish' })
      await town.tick()
      return id
    }

    it('reaches who wished its channel, and nobody else', async () => {
      const sun = await town.wechatCitizen('code-of-sun')
      await wishes(wu, { topics: ['news'] })
      await wishes(sun, { topics: ['policy'] })
      await phones.agrees(wu, 'o-wu', 't-article')
      const id = await goesOut(article())
      expect((await inbox(wu)).items[0]).toMatchObject({ kind: 'news', about: id, title: { zh: '城区公交线路调整' } })
      town.pass(1)
      await town.tick()
      expect([phones.arrived(), (await inbox(sun)).items]).toEqual([['o-wu: 您关注的内容有更新'], []])
    })

    it('reaches nobody twice, nor after they have changed their mind', async () => {
      await wishes(wu, { topics: ['news'] })
      await goesOut(article())
      await wishes(wu, { topics: [] })
      town.pass(1)
      await goesOut(article({ title: { zh: '第二条', en: '' } }))
      expect((await told(wu)).filter((title) => /公交|第二/.test(title))).toEqual(['* 城区公交线路调整'])
    })

    it('is corrected for whoever was told, also when they wish nothing any more', async () => {
      await wishes(wu, { topics: ['news'] })
      const id = await goesOut(article())
      await wishes(wu, { topics: [] })
      town.pass(5)
      await corrects(lin, id, article({ text: { zh: '改为三月十日。', en: '' } }), '日期更正', 'A new date')
      await does(lin, id, { do: 'submit' })
      await signs(chen, id)
      await does(lin, id, { do: 'publish' })
      await town.tick()
      expect((await inbox(wu)).items[0]).toMatchObject({
        title: { zh: '更正：城区公交线路调整' },
        text: { zh: '日期更正', en: 'A new date' },
      })
    })

    it('an emergency comes through the night, to who wishes it and to whoever lets WeChat tell them', async () => {
      const [sun, gu] = [await town.wechatCitizen('code-of-sun'), await town.wechatCitizen('code-of-gu')]
      await wishes(wu, { topics: ['alert:earthquake'] })
      await phones.agrees(wu, 'o-wu', 't-alert')
      await phones.agrees(sun, 'o-sun', 't-alert')
      town.on('Mon 2026-03-02 23:30')
      ;[lin, chen, gao] = [await fresh('lin'), await fresh('chen'), await fresh('gao')]
      const id = await goesOut(earthquake())
      expect(phones.arrived().sort()).toEqual(['o-sun: 紧急情况，请马上点开看', 'o-wu: 紧急情况，请马上点开看'])
      await does(lin, id, { do: 'withdraw', reason: '震感已过，解除' })
      town.pass(1)
      await town.tick()
      expect([(await told(wu))[0], (await told(sun))[0], await told(gu)]).toEqual([
        '* 解除：唐海镇附近发生地震',
        '* 解除：唐海镇附近发生地震',
        [],
      ])
    })

    it('tells each of 120 once, a page at a time', async () => {
      const put = town.world.store
      for (let n = 0; n < 120; n++) await put.insert('wishers', `w${n}`, { topic: 'news', who: `c_${n}` })
      const id = await goesOut(article())
      for (let turn = 0; turn < 4; turn++) {
        town.pass(1)
        await town.tick()
      }
      expect([await put.count('letters', { about: id }), await errands()]).toEqual([120, 0])
    })
  })

  it('what may be wished is what the district offers; the rest is left out', async () => {
    await wishes(wu, { topics: ['news', 'gossip', 'alert:fog'], towns: ['tanghai', 'transport'] })
    expect(await wu.gets('wishes.open', {})).toMatchObject({
      wishes: { topics: ['news', 'alert:fog'], towns: ['tanghai'] },
      towns: [{ id: 'tanghai' }],
      notices: ['t-alert', 't-article', 't-issue'],
    })
    expect(Object.keys((await wu.gets('wishes.open', {})).wishes)).not.toContain('quiet')
  })

  if (!inCloud)
    it('a server that dies between two pages tells nobody twice', async () => {
      await phones.close()
      await open(LASTING)
      const { store } = town.world
      await wishes(wu, { topics: ['news'] })
      for (let n = 0; n < 2; n++) await phones.agrees(wu, 'o-wu', 't-article')
      const { id } = await writes(await fresh('lin'), article())
      await does(await fresh('lin'), id, { do: 'submit' })
      await signs(await fresh('chen'), id)
      await does(await fresh('lin'), id, { do: 'publish' })
      const { items } = await store.find<{ errand: { kind: string } }>('errands', { by: 'id', limit: 50 })
      const spreads = items.filter(({ errand }) => errand.kind === 'spread')
      await town.tick()
      // As if it had been killed before it could remove its errand.
      for (const { id: errandId, version: _, ...errand } of spreads) await store.insert('errands', errandId, errand)
      town.pass(1)
      await town.tick()
      expect([phones.arrived().length, (await told(wu)).filter((title) => title.includes('公交')).length]).toEqual([
        1, 1,
      ])
    })
})

/** The main job from end to end: a worker's complaint about a jammed motorway exit, followed until it is solved. */
import sharp from 'sharp'
import * as pictures from '../pictures'
import { beijing, endOf } from '../situations'
import { everywhere } from './everywhere'
import { countsIn, type Person } from './people'
import type { Town } from './town'

everywhere(
  (openTown) => {
    let town: Town
    beforeAll(async () => {
      town = await openTown()
    })
    afterAll(() => town.close())

    /** Steps follow one another: each starts where the one before it ended. */
    describe('motorway exit', () => {
      let worker: Person
      let wang: Person
      let li: Person
      let sun: Person
      let chen: Person
      let no: string
      let code: string

      /** Sessions of officials end with the shift: on each day they sign in anew. */
      async function on(when: string) {
        town.on(when)
        ;[wang, li, sun, chen] = (await Promise.all(
          ['wang', 'li', 'sun', 'chen'].map((account) => town.official(account)),
        )) as [Person, Person, Person, Person]
      }

      it('is filed on a Monday morning with a photo from a phone, which is stored upright and without its place', async () => {
        await on('Mon 2026-03-02 09:05')
        worker = await town.citizen()
        const photo = await worker.uploads(await pictures.phoneJpeg())
        expect(photo).toMatchObject({ width: 800, height: 1200 })
        const bytes = Buffer.from(await (await fetch(town.address(photo.url))).arrayBuffer())
        const metadata = await sharp(bytes).metadata()
        expect(metadata).toMatchObject({ format: 'jpeg', width: 800, height: 1200 })
        expect([metadata.exif, metadata.xmp, metadata.icc, metadata.orientation]).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
        ])
        expect(bytes.includes('GPS')).toBe(false)

        const ticket = await worker.files({ photos: [photo.id] })
        ;({ no } = ticket)
        code = ticket.code ?? ''
        expect(no).toMatch(/^CFD-20260302-0001-\d$/)
        expect(code).toMatch(/^[2-9A-Z]{6}$/)
        expect(ticket).toMatchObject({
          status: 'submitted',
          may: ['add', 'withdraw'],
          photos: [{ id: photo.id }],
          unit: { id: 'office' },
        })
      })

      it('is confirmed at once by the system, which stops no clock', async () => {
        const ticket = await worker.sees(no)
        expect(ticket.history.map(({ did, by }) => [did, by.role])).toEqual([
          ['file', 'citizen'],
          ['received', 'system'],
        ])
        expect(ticket.firstReply).toEqual({ dueAt: beijing('Mon 2026-03-02 09:15'), late: false })
        expect(ticket.resolve).toMatchObject({
          state: 'runs',
          days: 15,
          workdaysLeft: 15,
          dueAt: endOf('Mon 2026-03-23'),
        })
      })

      it('is at the top of the desk’s queue, by the first-reply clock', async () => {
        const page = await wang.gets('desk.queue', { queue: 'open' })
        expect(page.items.map((item) => item.no)).toEqual([no])
        expect(countsIn(page)).toEqual({ open: 1, unit: 1, unclaimed: 1, today: 1 })
      })

      it('is answered by a person after five minutes: that stops the first-reply clock', async () => {
        town.pass(5)
        await wang.replies(no, '您好，我是王敏，马上请交通运输局到现场看。')
        const { firstReply, history } = await worker.sees(no)
        expect(firstReply).toEqual({
          dueAt: beijing('Mon 2026-03-02 09:15'),
          repliedAt: beijing('Mon 2026-03-02 09:10'),
          minutes: 5,
          late: false,
        })
        expect(history.at(-1)).toMatchObject({ did: 'reply', by: { role: 'official', name: '王敏' } })
      })

      it('is dispatched with a note that the citizen does not see', async () => {
        await wang.dispatches(no, 'transport', '早高峰最堵，请到现场核实')
        expect(JSON.stringify(await worker.sees(no))).not.toContain('核实')
        expect((await li.opens(no)).history.at(-1)).toMatchObject({ did: 'dispatch', note: '早高峰最堵，请到现场核实' })
      })

      it('is taken by Li; his colleague is told so', async () => {
        town.pass(25)
        expect(await li.takes(no)).toMatchObject({ status: 'handling', handler: '李强' })
        expect(await sun.mayNot(no, { do: 'take' })).toMatchObject({
          code: 'conflict',
          reason: 'taken',
          message: '李强刚刚接办了这件工单。',
        })
      })

      it('cannot be called done without a photo of the result', async () => {
        await on('Wed 2026-03-04 16:20')
        expect(await li.mayNot(no, { do: 'answer', result: 'done', text: '已处理' })).toMatchObject({
          status: 400,
          reason: 'needs-evidence',
        })
        expect((await worker.sees(no)).status).toBe('handling')
      })

      it('is answered with a photo, and waits for the citizen with the clock stopped', async () => {
        await li.finishes(no, '已在出口增设分道标志，早高峰派人疏导。')
        const ticket = await worker.sees(no)
        expect(ticket).toMatchObject({
          status: 'answered',
          result: { kind: 'done' },
          may: ['confirm', 'dispute'],
          disputeUntil: beijing('Wed 2026-03-11 16:20'),
        })
        expect(ticket.history.at(-1)?.photos).toHaveLength(1)
        expect(ticket.resolve).toMatchObject({ state: 'waits', workdaysLeft: 13 })
      })

      it('is disputed the next morning; the unit has only the days it had left', async () => {
        await on('Thu 2026-03-05 08:50')
        const ticket = await worker.disputes(no, '今天早上还是堵了四十分钟。')
        expect(ticket).toMatchObject({ status: 'disputed', may: ['add'] })
        expect(ticket.resolve).toMatchObject({
          state: 'runs',
          workdaysLeft: 13,
          dueAt: endOf('Tue 2026-03-24'),
          promisedAt: endOf('Mon 2026-03-23'),
        })
      })

      it('may not be reviewed by Li, who handled it, though he is a reviewer', async () => {
        expect((await li.opens(no)).may).not.toContain('review')
        expect(await li.mayNot(no, { do: 'review', outcome: 'uphold', text: '已办好' })).toMatchObject({
          status: 403,
          reason: 'not-yours',
        })
      })

      it('is reviewed by Chen, who sends it back', async () => {
        town.pass(85)
        expect((await chen.gets('desk.queue', { queue: 'disputed' })).items.map((item) => item.no)).toEqual([no])
        expect(await chen.reopens(no, '确实没有解决，退回继续办理。')).toMatchObject({
          status: 'handling',
          handler: '李强',
        })
        expect((await worker.sees(no)).history.at(-1)).toMatchObject({
          did: 'review',
          reopened: true,
          by: { name: '陈华' },
        })
      })

      it('is solved, confirmed and rated', async () => {
        await on('Mon 2026-03-09 15:30')
        await li.finishes(no, '货车专用道已经划好线。')
        await on('Tue 2026-03-10 08:45')
        expect(await worker.confirms(no)).toMatchObject({ status: 'closed', outcome: 'confirmed', may: ['rate'] })
        expect(await worker.rates(no, 5, '真的不堵了')).toMatchObject({
          rating: { stars: 5, words: '真的不堵了' },
          may: [],
        })
      })

      it('has counted the time up to the last answer, not up to the confirmation', async () => {
        const { resolve, firstReply } = await worker.sees(no)
        // Done on Monday 9 March, eleven working days before Tuesday the 24th.
        expect(resolve).toMatchObject({ state: 'stopped', late: false, workdaysLeft: 11 })
        expect(firstReply).toMatchObject({ minutes: 5 })
      })

      it('tells its whole story in order', async () => {
        const { history } = await worker.sees(no)
        expect(history.map(({ did }) => did)).toEqual([
          'file',
          'received',
          'reply',
          'dispatch',
          'take',
          'answer',
          'dispute',
          'review',
          'answer',
          'confirm',
          'rate',
        ])
        expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).sort())
      })

      it('is found by number and code without signing in, however they are typed', async () => {
        const {
          no: found,
          history,
          may,
        } = await town
          .anyone()
          .gets('tickets.lookUp', { no: no.toLowerCase().replaceAll('-', ' '), code: ` ${code.toLowerCase()} ` })
        expect([found, history.length, may]).toEqual([no, 11, []])
      })

      it('is the citizen’s latest ticket on the first screen, and done on the desk', async () => {
        expect((await worker.gets('home.open', {})).latest).toMatchObject({ no, status: 'closed' })
        expect((await worker.gets('tickets.mine', {})).items.map((item) => item.no)).toEqual([no])
        expect((await wang.gets('desk.queue', { queue: 'open' })).items).toEqual([])
        expect((await wang.gets('desk.queue', { queue: 'done' })).items.map((item) => item.no)).toEqual([no])
      })
    })
  },
  { always: true },
)

/** Somebody who files with the phone of this harness: the steps that the stories of filing share. */
import * as v from 'valibot'
import { Draft } from '@/client/drafts/draft'
import type { TicketRecord } from '@/server/records'
import type { Town } from '../journeys/town'
import * as pictures from '../pictures'
import type { Phone } from './phone'

export const FORM = 'pages/report/index'
export const LIST = 'pages/tickets/index'
export const LAMP = '希望路口的路灯不亮，晚上看不见路'
/** A repeat after a failure waits up to three seconds, and the machine may be busy. */
const PATIENCE = 20_000

/** Waits for words; a phone that has died shows none any more. */
export const sees = (phone: Phone, words: string): Promise<void> =>
  phone.until(`“${words}”`, () => phone.dead || phone.page.text().includes(words), PATIENCE)

export async function opensForm(phone: Phone, query = ''): Promise<void> {
  await phone.restart(FORM + query)
  await sees(phone, '是哪方面的事')
}

/** Takes a photo of something else for each seed. */
export async function photographs(phone: Phone, seed: number): Promise<void> {
  const path = `wxfile://tmp_${seed}.jpg`
  const bytes = await pictures.phoneJpeg(seed)
  phone.putFile(path, bytes)
  phone.answer('chooseMedia', { tempFiles: [{ tempFilePath: path, size: bytes.length, fileType: 'image' }] })
  await phone.page.tap('拍照或选照片')
}

export const draftsOn = (phone: Phone): Draft[] =>
  [...phone.storage]
    .filter(([key]) => key.startsWith('minhu.draft.'))
    .map(([, text]) => v.parse(Draft, JSON.parse(JSON.parse(text))))

/** Waits until nothing is on its way any more. */
export const arrives = (phone: Phone): Promise<void> =>
  phone.until('what waits to arrive', () => draftsOn(phone).every(({ state }) => state !== 'waiting'), PATIENCE)

export async function ticketsOf(town: Town): Promise<(TicketRecord & { id: string; version: number })[]> {
  return (await town.world.store.find<TicketRecord>('tickets', { by: 'id', limit: 50 })).items
}

/** The town forgets all that was filed, and who tried what. */
export async function empties(town: Town): Promise<void> {
  await town.forgetTries()
  for (const { id, version } of await ticketsOf(town)) await town.world.store.remove('tickets', id, version)
}

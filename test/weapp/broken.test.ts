// The harness itself: broken copies of the fixture must be noticed, and the message must name the file.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from './compile'
import { FIXTURE } from './fixture-server'
import { type Phone, startPhone } from './phone'

describe('a broken output does not start', () => {
  let phone: Phone | undefined
  let copy = ''
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'weapp-'))
    cpSync(FIXTURE, copy, { recursive: true })
  })
  afterEach(() => {
    phone?.close()
    rmSync(copy, { recursive: true })
  })

  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))

  test.each([
    [
      'an end tag lost',
      'more/detail/detail.wxml',
      ['</view>', ''],
      /more\/detail\/detail\.wxml:\d+:\d+ end tag missing/,
    ],
    ['an expression broken', 'pages/mine/mine.wxml', ['{{count}}', '{{count +* 1}}'], /pages\/mine\/mine\.wxml:2:/],
    [
      'an import of nothing',
      'pages/mine/mine.wxml',
      ['<view>', '<import src="./no.wxml"/><view>'],
      /mine\.wxml:1:1 imports/,
    ],
    ['a style broken', 'app.wxss', ['}', '}}'], /app\.wxss:1:\d+/],
    [
      'a page missing',
      'app.json',
      ['pages/mine/mine"]', 'pages/mine/none"]'],
      /app\.json:0:0 lists the page pages\/mine\/none/,
    ],
    ['a component missing', 'pages/list/list.json', ['card/card', 'card/cart'], /list\.json:0:0 uses <card>/],
  ] as const)('%s', (_name, file, [from, to], complaint) => {
    edit(file, (text) => text.replace(from, to))
    expect(() => startPhone({ dist: copy })).toThrow(complaint)
  })

  test('as a value, for those who only compile', () => {
    edit('pages/mine/mine.wxml', (text) => text.replace('</view>', ''))
    expect(compile(copy)).toEqual({
      ok: false,
      complaints: [{ file: 'pages/mine/mine.wxml', line: 1, column: 1, message: expect.stringContaining('view') }],
    })
  })

  test('or stops at the page that cannot run', async () => {
    edit('pages/mine/mine.js', () => "require('../../more/words')")
    phone = startPhone({ dist: copy })
    await phone.open('pages/list/list')
    await expect(phone.tab('我的')).rejects.toThrow(
      'pages/mine/mine.js requires more/words.js, which is in subpackage more',
    )
    edit('more/detail/detail.js', () => 'document.title')
    await expect(phone.open('more/detail/detail')).rejects.toThrow('document is not defined')
  })

  test('or is heard when a template is not known', async () => {
    phone = startPhone({ dist: copy })
    await phone.open('pages/mine/mine')
    phone.close()
    edit('pages/mine/mine.wxml', (text) => `<template is="nothing"/>${text}`)
    phone = startPhone({ dist: copy })
    await phone.open('pages/mine/mine')
    expect(phone.errors).toEqual([expect.stringContaining('Template `nothing` not found')])
  })
})

import { describe, expect, it } from 'vitest'
import { createToasts } from '#ui/parts/create-toasts.ts'
import { errorCode, errorDetails } from '#ui/parts/ErrorBoundary.tsx'
import { nextSort } from '#ui/parts/table-columns.ts'
import { matchCommands } from '#ui/shell/match-commands.ts'
import { createRouter } from '#ui/shell/router.ts'
import { createShortcuts, type KeyPress, type Shortcut } from '#ui/shell/shortcuts.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isTyping: false,
  atMs: 0,
  ...more,
})

function recorder() {
  const ran: string[] = []
  const shortcut = (id: string, keys: string): Shortcut => ({
    id,
    keys,
    labelId: id,
    group: 'here',
    run: () => ran.push(id),
  })
  return { ran, shortcut }
}

describe('the router', () => {
  it('goes back the way one came and then stops', () => {
    const router = createRouter({ area: 'today' })
    router.go({ area: 'money' })
    router.go({ area: 'money', screen: 'entry', id: 'e1' })
    router.back()
    expect(router.current()).toEqual({ area: 'money' })
    router.back()
    router.back()
    expect(router.current()).toEqual({ area: 'today' })
  })

  it('does not count going to where one is', () => {
    const router = createRouter({ area: 'today' })
    router.go({ area: 'today' })
    expect(router.canGoBack()).toBe(false)
  })

  it('forgets on lock where one has been', () => {
    const router = createRouter({ area: 'today' })
    router.go({ area: 'money', id: 'e1' })
    router.forget()
    expect(router.current()).toEqual({ area: 'today' })
    expect(router.canGoBack()).toBe(false)
  })
})

describe('shortcuts', () => {
  it('answer chords, with Command as Ctrl', () => {
    const { ran, shortcut } = recorder()
    const shortcuts = createShortcuts()
    shortcuts.add([shortcut('lock', 'Ctrl+L')])
    expect(shortcuts.press(press('l', { ctrlKey: true }))).toBe(true)
    expect(shortcuts.press(press('l', { metaKey: true }))).toBe(true)
    expect(shortcuts.press(press('l'))).toBe(false)
    expect(ran).toEqual(['lock', 'lock'])
  })

  it('leave letters and undo to a field in which somebody types, but still lock', () => {
    const { ran, shortcut } = recorder()
    const shortcuts = createShortcuts()
    shortcuts.add([shortcut('new', 'N'), shortcut('undo', 'Ctrl+Z'), shortcut('lock', 'Ctrl+L')])
    shortcuts.press(press('n', { isTyping: true }))
    shortcuts.press(press('z', { isTyping: true, ctrlKey: true }))
    shortcuts.press(press('l', { isTyping: true, ctrlKey: true }))
    expect(ran).toEqual(['lock'])
  })

  it('wait a moment for the second key, not longer', () => {
    const { ran, shortcut } = recorder()
    const shortcuts = createShortcuts()
    shortcuts.add([shortcut('go', 'g t'), shortcut('plain', 't')])
    shortcuts.press(press('g', { atMs: 0 }))
    shortcuts.press(press('t', { atMs: 500 }))
    shortcuts.press(press('g', { atMs: 1000 }))
    shortcuts.press(press('t', { atMs: 4000 }))
    expect(ran).toEqual(['go', 'plain'])
  })

  it('know ? whatever key it is on, and keep Shift where it matters', () => {
    const { ran, shortcut } = recorder()
    const shortcuts = createShortcuts()
    shortcuts.add([shortcut('help', '?'), shortcut('redo', 'Ctrl+Shift+Z'), shortcut('undo', 'Ctrl+Z')])
    shortcuts.press(press('?', { shiftKey: true }))
    shortcuts.press(press('Z', { ctrlKey: true, shiftKey: true }))
    expect(ran).toEqual(['help', 'redo'])
  })

  it('let the newest answer first and the older again once it is gone', () => {
    const { ran, shortcut } = recorder()
    const shortcuts = createShortcuts()
    shortcuts.add([shortcut('page', 'N')])
    const remove = shortcuts.add([shortcut('dialog', 'N')])
    shortcuts.press(press('n'))
    remove()
    shortcuts.press(press('n'))
    expect(ran).toEqual(['dialog', 'page'])
  })
})

describe('toasts', () => {
  it('keep the three newest and go one by one', () => {
    const toasts = createToasts()
    for (const text of ['a', 'b', 'c', 'd']) toasts.done(text)
    expect(toasts.current().map(toast => toast.text)).toEqual(['b', 'c', 'd'])
    toasts.dismiss(toasts.current()[0]?.id ?? 0)
    expect(toasts.current().map(toast => toast.text)).toEqual(['c', 'd'])
    toasts.clear()
    expect(toasts.current()).toEqual([])
  })

  it('go with the change that they tell of, and no others do', () => {
    const toasts = createToasts()
    toasts.done('added', undefined, 'change-1')
    toasts.done('moved', undefined, 'change-2')
    toasts.problem('not saved')
    toasts.goneWith('change-1')
    expect(toasts.current().map(toast => toast.text)).toEqual(['moved', 'not saved'])
  })
})

describe('a failed screen', () => {
  it('never repeats what the error says, nor where the app is installed', () => {
    const error = new TypeError('cannot read Maple of undefined')
    error.stack =
      'TypeError: cannot read Maple of undefined\n    at draw (app://porchlight/assets/money-Ab1.js:10:20)\n    at /home/someone/app/main.js:3:4'
    const details = errorDetails(error)
    expect(details).toContain('TypeError')
    expect(details).toContain('money-Ab1.js:10:20')
    expect(details).not.toMatch(/Maple|someone|porchlight/)
  })

  it('has one code for one place', () => {
    expect(errorCode('money', 'a')).toBe(errorCode('money', 'a'))
    expect(errorCode('money', 'a')).not.toBe(errorCode('money', 'b'))
    expect(errorCode('money', 'a')).toMatch(/^MONEY-[0-9A-Z]{4}$/)
  })
})

describe('the palette', () => {
  it('finds commands by the beginnings of words, accents aside', () => {
    const entries = [{ label: 'Paramètres' }, { label: 'Masquer les montants' }]
    expect(matchCommands(entries, 'param')).toEqual([entries[0]])
    expect(matchCommands(entries, 'mon mas')).toEqual([entries[1]])
    expect(matchCommands(entries, 'ontants')).toEqual([])
    expect(matchCommands(entries, ' ')).toEqual(entries)
  })
})

describe('sorting a column', () => {
  it('begins upwards and turns at the second press', () => {
    const first = nextSort(null, 'date')
    expect(first).toEqual({ column: 'date', direction: 'up' })
    expect(nextSort(first, 'date').direction).toBe('down')
    expect(nextSort(first, 'payee').direction).toBe('up')
  })
})

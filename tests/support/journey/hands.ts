/**
 * How a person acts on the page: with the mouse, or with the keyboard alone. One action is one thing that is pressed,
 * ticked, chosen or typed; the keys that carry the focus there belong to it and are counted apart.
 */
import { expect, type Locator, type Page } from '@playwright/test'

export interface Hands {
  readonly kind: 'mouse' | 'keyboard'
  readonly actions: () => number
  /** Keys pressed to get to a control; 0 with a mouse. */
  readonly steps: () => number
  /** A button, a link, an entry of a menu. */
  press(control: Locator): Promise<void>
  /** Replaces what stands in a field. */
  type(field: Locator, text: string): Promise<void>
  /** An entry of the system's own list. */
  choose(list: Locator, label: string): Promise<void>
  /** A radio or a checkbox. */
  mark(box: Locator): Promise<void>
  /** By its shortcut on the keyboard, by the control that does the same with a mouse. */
  call(shortcut: string, control: Locator): Promise<void>
}

/** `page` is asked for each time: after a restart it is another one. */
export function createHands(kind: Hands['kind'], page: () => Page): Hands {
  return kind === 'mouse' ? mouseHands() : keyboardHands(page)
}

/** A person has scrolled before they click. A list that opens would close again at the scrolling that comes late. */
async function scrollTo(control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded()
  await control.evaluate(
    () => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted))),
  )
}

function mouseHands(): Hands {
  let actions = 0
  const press = async (control: Locator): Promise<void> => {
    actions += 1
    await control.click()
  }
  return {
    kind: 'mouse',
    actions: () => actions,
    steps: () => 0,
    press,
    async type(field, text) {
      actions += 1
      await scrollTo(field)
      await field.click({ clickCount: 3 })
      await field.pressSequentially(text)
    },
    async choose(list, label) {
      actions += 1
      // The list that opens is the system's, outside the page.
      await list.selectOption({ label })
    },
    // A radio is drawn by the card around it, which is its label.
    mark: async box =>
      press((await box.getAttribute('type')) === 'radio' ? box.locator('xpath=ancestor::label') : box),
    call: (_shortcut, control) => press(control),
  }
}

const isInField = (page: Page): Promise<boolean> =>
  page.evaluate(
    () => document.activeElement?.matches('input:not([type=checkbox]), select, textarea') ?? false,
  )

/** More than any screen should take; beyond it the control is out of reach for a person too. */
const MOST_STEPS = 60

function keyboardHands(page: () => Page): Hands {
  let actions = 0
  let steps = 0
  const step = async (key: string): Promise<void> => {
    steps += 1
    await page().keyboard.press(key)
  }

  /** Presses the key that leads towards `control` until it has the focus. */
  async function reach(control: Locator, [forward, back]: readonly [string, string]): Promise<void> {
    await control.waitFor({ state: 'attached' })
    for (let presses = 0; presses <= MOST_STEPS; presses += 1) {
      const where = await control.evaluate(element => {
        const active = document.activeElement
        // In a list under a field the focus stays in the field, which names the entry that Enter would take.
        const named = active?.getAttribute('aria-activedescendant')
        if (active === element || (named && named === element.id)) return 'here'
        if (named) return 'behind'
        const place = active?.compareDocumentPosition(element) ?? 0
        return place & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'behind'
      })
      if (where === 'here') return
      await step(where === 'before' ? back : forward)
    }
    throw new Error(`not reached in ${MOST_STEPS} keys: ${control}`)
  }
  const TABS = ['Tab', 'Shift+Tab'] as const
  const ARROWS = ['ArrowDown', 'ArrowUp'] as const

  async function reachRadio(radio: Locator): Promise<void> {
    // Tab enters a group at the chosen radio, or at its nearest end; within it the arrows move and choose.
    const group = radio.locator('xpath=ancestor::fieldset[1]')
    for (let presses = 0; presses <= MOST_STEPS; presses += 1) {
      const where = await group.evaluate(element => {
        const active = document.activeElement
        if (element.contains(active)) return 'here'
        return (active?.compareDocumentPosition(element) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING
          ? 'before'
          : 'behind'
      })
      if (where === 'here') return reach(radio, ARROWS)
      await step(where === 'before' ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`not reached in ${MOST_STEPS} keys: ${radio}`)
  }

  return {
    kind: 'keyboard',
    actions: () => actions,
    steps: () => steps,
    async press(control) {
      actions += 1
      await control.waitFor()
      const role = await control.getAttribute('role')
      await reach(control, role === 'menuitem' || role === 'option' ? ARROWS : TABS)
      await page().keyboard.press('Enter')
    },
    async type(field, text) {
      actions += 1
      await reach(field, TABS)
      await page().keyboard.press('ControlOrMeta+a')
      await page().keyboard.type(text)
    },
    async choose(list, label) {
      actions += 1
      await reach(list, TABS)
      const move = await list.evaluate((element, wanted) => {
        if (!(element instanceof HTMLSelectElement)) throw new Error('not a list')
        const index = [...element.options].findIndex(option => option.label === wanted)
        if (index < 0) throw new Error(`not in the list: ${wanted}`)
        return index - element.selectedIndex
      }, label)
      for (let moved = 0; moved < Math.abs(move); moved += 1) await step(move > 0 ? 'ArrowDown' : 'ArrowUp')
    },
    async mark(box) {
      actions += 1
      const isRadio = (await box.getAttribute('type')) === 'radio'
      await (isRadio ? reachRadio(box) : reach(box, TABS))
      if (!(isRadio && (await box.isChecked()))) await page().keyboard.press('Space')
    },
    async call(shortcut, control) {
      actions += 1
      // As a person, who reads what is on the screen before the keys that agree to it.
      await expect(control).toBeEnabled()
      // In a field plain letters are what is typed; one leaves it first.
      while (!shortcut.includes('+') && (await isInField(page()))) await step('Tab')
      for (const key of shortcut.split(' ')) await page().keyboard.press(key)
    },
  }
}

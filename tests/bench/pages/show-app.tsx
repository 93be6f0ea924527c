/**
 * The product's own app over the bench's open group, on the screen asked for. A press of `a` changes something in view
 * through the product's command; everything else is typed into the screen as a person does.
 */
import { createRoot } from 'react-dom/client'
import { createMachine } from '#app/machine.ts'
import { createScreenTools } from '#app/screen-tools.ts'
import type { WorkerFactory } from '#app/trusted-workers.ts'
import { entry } from '#domain/entry.ts'
import { createAttachments } from '#state/attachments.ts'
import { createGate } from '#state/commands/gate.ts'
import { type Commands, createCommands } from '#state/commands.ts'
import { createFeed } from '#state/feed.ts'
import { createNewId } from '#state/ids.ts'
import type { Live } from '#state/live.ts'
import { createSessionStore, type OpenGroup } from '#state/session.ts'
import { createSessionActions } from '#state/session-actions.ts'
import type { OpenStore } from '#store/open-store.ts'
import { ServicesProvider } from '#ui/group-context.tsx'
import { OpenApp } from '#ui/OpenApp.tsx'
import { createToasts } from '#ui/parts/create-toasts.ts'
import { ToastsContext } from '#ui/parts/ToastRegion.tsx'
import { createRouter, type Route } from '#ui/shell/router.ts'
import { createShortcuts } from '#ui/shell/shortcuts.ts'
import { RouterContext } from '#ui/shell/use-router.ts'
import { ShortcutsContext } from '#ui/shell/use-shortcuts.ts'
import { createWordsStore } from '#ui/words/create-words.ts'
import { loadMessages } from '#ui/words/messages.ts'
import { WordsProvider } from '#ui/words/WordsProvider.tsx'
import type { Parts } from './open-parts.ts'
import '#ui/base.css'

const TODAY = '2025-12-31'

interface Opened extends Parts {
  readonly store: OpenStore
  readonly live: Live
}

/** The bench has started its workers already; the app starts none of its own here. */
const noWorkers: WorkerFactory = {
  recordKeeper: () => new Worker(URL.createObjectURL(new Blob([]))),
  bankFiles: () => new Worker(URL.createObjectURL(new Blob([]))),
  pdf: () => new Worker(URL.createObjectURL(new Blob([]))),
  vault: () => new Worker(URL.createObjectURL(new Blob([]))),
}

export interface Shown {
  readonly route: Route
  readonly onKey: (live: Live, commands: Commands) => void
}

const entriesShown: Shown = { route: { area: 'money', screen: 'entries' }, onKey: editNewest }

export async function showApp(
  { host, vault, store, live }: Opened,
  { route, onKey }: Shown = entriesShown,
): Promise<void> {
  const machine = { ...createMachine(host, noWorkers), today: () => TODAY }
  const { now, random, today } = machine
  const gate = createGate(store)
  const attachments = createAttachments({ host, vault, live })
  const newId = createNewId(random)
  const commands = createCommands({ gate, live, vault, attachments, newId, random, now, today })
  const notes = { records: 0, healed: 0, damaged: 0, waiting: 0, cloneNoticed: false, lostAttachments: 0 }
  const feed = createFeed({ host, vault, store })
  const group: OpenGroup = { demo: false, host, vault, store, live, commands, attachments, feed, notes }
  const session = createSessionStore('en')
  session.setState({ phase: { kind: 'open' }, open: group })
  const services = {
    session,
    actions: createSessionActions(machine, session),
    tools: { ...createScreenTools(machine, noWorkers), today },
  }
  const words = createWordsStore({ language: 'en', messages: await loadMessages('en'), today })
  window.addEventListener('keydown', event => {
    if (event.key === 'a' && !(event.target instanceof HTMLInputElement)) onKey(live, commands)
  })
  const root = document.getElementById('root')
  if (root === null) throw new Error('no root')
  createRoot(root).render(
    <WordsProvider store={words}>
      <RouterContext value={createRouter(route)}>
        <ShortcutsContext value={createShortcuts()}>
          <ToastsContext value={createToasts()}>
            <ServicesProvider services={services}>
              <OpenApp />
            </ServicesProvider>
          </ToastsContext>
        </ShortcutsContext>
      </RouterContext>
    </WordsProvider>,
  )
}

/** The newest entry that moves money: it stands in view, so the list's row, its sums and what is saved all change. */
function editNewest(live: Live, commands: Commands): void {
  const row = live.records(entry).findLast(each => each.type === 'expense')
  if (row === undefined) return
  const [first, ...rest] = row.money.splits
  const splits = first === undefined ? [] : [{ ...first, cents: first.cents - 1 }, ...rest]
  void commands.editEntry(row.id, { money: { ...row.money, cents: row.money.cents - 1, splits } })
}

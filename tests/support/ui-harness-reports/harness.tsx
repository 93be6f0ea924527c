/**
 * The report's area in the shell over the real machine and the demo household, or over an empty group.
 * `?lang=fr&theme=dark&empty=1&today=2026-11-23`
 */
import '#ui/base.css'
import { createRoot } from 'react-dom/client'
import { z } from 'zod/mini'
import { createMachine } from '#app/machine.ts'
import { pickHost } from '#app/pick-host.ts'
import { createScreenTools } from '#app/screen-tools.ts'
import { createWorkerFactory } from '#app/trusted-workers.ts'
import { createSessionStore } from '#state/session.ts'
import { createSessionActions } from '#state/session-actions.ts'
import { ServicesProvider, useSession } from '#ui/group-context.tsx'
import { createToasts } from '#ui/parts/create-toasts.ts'
import { ToastsContext } from '#ui/parts/ToastRegion.tsx'
import { ReportsArea } from '#ui/reports/ReportsArea.tsx'
import { AppShell } from '#ui/shell/AppShell.tsx'
import { createRouter } from '#ui/shell/router.ts'
import { SavedStatus } from '#ui/shell/SavedStatus.tsx'
import { createShortcuts } from '#ui/shell/shortcuts.ts'
import { RouterContext, useRoute } from '#ui/shell/use-router.ts'
import { ShortcutsContext } from '#ui/shell/use-shortcuts.ts'
import { AriaLocale } from '#ui/words/AriaLocale.tsx'
import { createWordsStore } from '#ui/words/create-words.ts'
import { isLanguage, loadMessages } from '#ui/words/messages.ts'
import { WordsProvider } from '#ui/words/WordsProvider.tsx'

z.config({ jitless: true })

const query = new URLSearchParams(location.search)
const asked = query.get('lang')
const language = isLanguage(asked) ? asked : 'en'
const theme = query.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme

const workers = createWorkerFactory(window)
const machine = {
  ...createMachine(pickHost(window, workers), workers),
  today: () => query.get('today') ?? '2026-11-23',
}
const session = createSessionStore(language)
const actions = createSessionActions(machine, session)
const tools = { ...createScreenTools(machine, workers), today: machine.today }

function Harness() {
  const route = useRoute()
  const hidden = useSession(state => state.hideAmounts)
  const isOpen = useSession(state => state.open !== null)
  if (!isOpen) return null
  return (
    <AppShell
      groupName="Demo group"
      saved={<SavedStatus state="saved" />}
      amountsHidden={hidden}
      onAmountsHiddenChange={hideAmounts => session.setState({ hideAmounts })}
      onLock={() => undefined}
      onLeaveDemo={() => undefined}
    >
      {route.area === 'reports' ? <ReportsArea /> : <h1>{JSON.stringify(route)}</h1>}
    </AppShell>
  )
}

async function start(): Promise<void> {
  session.setState({ preferences: { language, theme: 'system' } })
  const words = createWordsStore({ language, messages: await loadMessages(language), today: machine.today })
  if (query.get('empty') === '1')
    await actions.startGroup({
      passphrase: 'one two three four five',
      name: 'Group',
      nameOnPaper: '',
      myName: 'R',
    })
  else await actions.tryDemo()
  const root = document.getElementById('root')
  if (!root) throw new Error('no root')
  createRoot(root).render(
    <WordsProvider store={words}>
      <AriaLocale>
        <RouterContext value={createRouter({ area: 'reports' })}>
          <ShortcutsContext value={createShortcuts()}>
            <ToastsContext value={createToasts()}>
              <ServicesProvider services={{ session, actions, tools }}>
                <Harness />
              </ServicesProvider>
            </ToastsContext>
          </ShortcutsContext>
        </RouterContext>
      </AriaLocale>
    </WordsProvider>,
  )
}

void start()

/** Starts the page: picks the host, makes every instance once, and hands them to the screens. */
import './early-host.ts'
import { createRoot } from 'react-dom/client'
import { createSessionStore } from '#state/session.ts'
import { createSessionActions } from '#state/session-actions.ts'
import { App } from '#ui/App.tsx'
import { ServicesProvider } from '#ui/group-context.tsx'
import { createToasts } from '#ui/parts/create-toasts.ts'
import { ToastsContext } from '#ui/parts/ToastRegion.tsx'
import { createRouter } from '#ui/shell/router.ts'
import { createShortcuts } from '#ui/shell/shortcuts.ts'
import { RouterContext } from '#ui/shell/use-router.ts'
import { ShortcutsContext } from '#ui/shell/use-shortcuts.ts'
import { createWordsStore } from '#ui/words/create-words.ts'
import { loadMessages, preferredLanguage } from '#ui/words/messages.ts'
import { WordsProvider } from '#ui/words/WordsProvider.tsx'
import { host, workers } from './early-host.ts'
import { createMachine } from './machine.ts'
import { createScreenTools } from './screen-tools.ts'
import { watchForLock } from './watch-for-lock.ts'
import '#ui/base.css'

async function start(): Promise<void> {
  const machine = createMachine(host, workers)
  const session = createSessionStore(preferredLanguage(navigator.languages))
  const actions = createSessionActions(machine, session)
  // Side by side, and the first screen is drawn once, when it is known which one it is.
  const started = actions.start()
  const kept = await machine.host.preferences.read()
  const language = kept.language ?? preferredLanguage(navigator.languages)
  const messages = await loadMessages(language)
  await started
  const words = createWordsStore({ language, messages, today: machine.today })
  const router = createRouter({ area: 'today' })
  const toasts = createToasts()
  const tools = createScreenTools(machine, workers)

  session.subscribe((state, before) => {
    if (state.preferences.language && state.preferences.language !== before.preferences.language)
      void words.use(state.preferences.language)
    if (before.open && !state.open) {
      router.forget()
      toasts.clear()
    }
  })
  watchForLock(window, machine.host, session, actions)

  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root')
  createRoot(root).render(
    <WordsProvider store={words}>
      <RouterContext value={router}>
        <ShortcutsContext value={createShortcuts()}>
          <ToastsContext value={toasts}>
            <ServicesProvider services={{ session, actions, tools }}>
              <App />
            </ServicesProvider>
          </ToastsContext>
        </ShortcutsContext>
      </RouterContext>
    </WordsProvider>,
  )
}

void start()

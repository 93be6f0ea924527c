/** Every part in the shell, with made-up figures. `?lang=fr&theme=dark&screen=money` chooses what is shown. */
import '#ui/base.css'
import { type ReactNode, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createToasts } from '#ui/parts/create-toasts.ts'
import { ToastsContext } from '#ui/parts/ToastRegion.tsx'
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
import { FormsPage } from './FormsPage.tsx'
import { MessagesPage } from './MessagesPage.tsx'
import { MoneyPage } from './MoneyPage.tsx'
import { TodayPage } from './TodayPage.tsx'

const PAGES: Readonly<Record<string, () => ReactNode>> = {
  today: TodayPage,
  money: MoneyPage,
  reports: FormsPage,
  settings: MessagesPage,
}

const toasts = createToasts()

function Gallery() {
  const { area } = useRoute()
  const [hidden, setHidden] = useState(query.get('hidden') === '1')
  const Page = PAGES[area] ?? TodayPage
  return (
    <AppShell
      groupName="Maple Street group"
      saved={<SavedStatus state={query.get('saved') === 'refused' ? 'refused' : 'saved'} />}
      amountsHidden={hidden}
      onAmountsHiddenChange={setHidden}
      onLock={() => toasts.problem('Locked')}
      onUndo={() => toasts.done('Undone')}
      findRecords={text =>
        'landlord rent october'.includes(text.toLowerCase())
          ? [
              {
                id: 'entry-1',
                label: 'Landlord',
                note: 'Rent, October 2026',
                icon: 'receipt',
                run: () => undefined,
              },
            ]
          : []
      }
      onLeaveDemo={query.get('demo') === '1' ? () => undefined : undefined}
    >
      <Page />
    </AppShell>
  )
}

const query = new URLSearchParams(location.search)
const theme = query.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
const lang = query.get('lang')
const language = isLanguage(lang) ? lang : 'en'
if (query.get('toast') === '1') toasts.done('Entry 25-014 saved', () => undefined)

loadMessages(language).then(messages => {
  const words = createWordsStore({ language, messages, today: () => '2026-11-23' })
  const root = document.getElementById('root')
  if (!root) throw new Error('no root')
  createRoot(root).render(
    <StrictMode>
      <WordsProvider store={words}>
        <AriaLocale>
          <RouterContext value={createRouter({ area: query.get('screen') ?? 'today' })}>
            <ShortcutsContext value={createShortcuts()}>
              <ToastsContext value={toasts}>
                <Gallery />
              </ToastsContext>
            </ShortcutsContext>
          </RouterContext>
        </AriaLocale>
      </WordsProvider>
    </StrictMode>,
  )
})

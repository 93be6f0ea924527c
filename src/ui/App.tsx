/** The outermost screen of each phase. What only an open group needs is loaded when one opens. */
import { lazy, Suspense, useEffect } from 'react'
import { useSession } from './group-context.tsx'
import { AlreadyOpen } from './lock/AlreadyOpen.tsx'
import { BeforeOpen } from './lock/BeforeOpen.tsx'
import { ErrorBoundary } from './parts/ErrorBoundary.tsx'

const loadOpenApp = () => import('./OpenApp.tsx')
const OpenApp = lazy(() => loadOpenApp().then(module => ({ default: module.OpenApp })))
const SetUp = lazy(() => import('./setup/SetUp.tsx').then(module => ({ default: module.SetUp })))

export function App() {
  const phase = useSession(state => state.phase)
  const isOpen = useSession(state => state.open !== null)
  const setUpStep = useSession(state => state.setUpStep)
  useThemeOfPreferences()
  const isWorking = phase.kind === 'working'
  useEffect(() => {
    // While the passphrase is worked on, the laptop has a second core for what comes next.
    if (isWorking) void loadOpenApp()
  }, [isWorking])
  return (
    <ErrorBoundary area="app">
      {phase.kind === 'starting' ? null : phase.kind === 'already-open' ? (
        <AlreadyOpen />
      ) : phase.kind !== 'open' || !isOpen ? (
        <BeforeOpen />
      ) : (
        <Suspense fallback={null}>{setUpStep !== null ? <SetUp /> : <OpenApp />}</Suspense>
      )}
    </ErrorBoundary>
  )
}

/** The theme is an attribute that the tokens read; `system` leaves it to the machine. */
function useThemeOfPreferences(): void {
  const theme = useSession(state => state.preferences.theme)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
}

/** The areas of an open group inside the shell. Loaded when a group is being opened, so that the lock screen is quick. */
import { useEffect, useState } from 'react'
import { GROUP_ID, group } from '#domain/group.ts'
import { CalendarScreen } from './calendar/CalendarScreen.tsx'
import { useGroup, useLive, useServices, useSession } from './group-context.tsx'
import { HousingArea } from './housing/HousingArea.tsx'
import { MoneyArea } from './money/MoneyArea.tsx'
import { useToasts } from './parts/ToastRegion.tsx'
import { PeopleArea } from './people/PeopleArea.tsx'
import { PlanArea } from './plan/PlanArea.tsx'
import { ReportsArea } from './reports/ReportsArea.tsx'
import { Settings } from './settings/Settings.tsx'
import { AppShell } from './shell/AppShell.tsx'
import { type SavedState, SavedStatus } from './shell/SavedStatus.tsx'
import { useFindRecords } from './shell/use-find-records.ts'
import { useRoute } from './shell/use-router.ts'
import { ChangesScreen } from './today/ChangesScreen.tsx'
import { Today } from './today/Today.tsx'
import { AriaLocale } from './words/AriaLocale.tsx'
import { useWords } from './words/use-words.ts'

export function OpenApp() {
  return (
    <AriaLocale>
      <Shell />
    </AriaLocale>
  )
}

function Shell() {
  const { session, actions } = useServices()
  const { demo, commands } = useGroup()
  const { t } = useWords()
  const toasts = useToasts()
  const name = useLive(live => live.get(group, GROUP_ID))?.name
  const amountsHidden = useSession(state => state.hideAmounts)
  const findRecords = useFindRecords()

  async function undo() {
    const result = await commands.gate.undo()
    if (!result.ok)
      return toasts.problem(
        t(result.problem.kind === 'nothing-to-do' ? 'common.undo.nothing' : 'common.undo.refused'),
      )
    toasts.goneWith(result.value.takenBack)
    toasts.takenBack(
      t(result.value.kept.length > 0 ? 'common.undo.partly' : 'common.undo.done'),
      () => void commands.gate.redo(),
    )
  }

  return (
    <AppShell
      groupName={name || t('common.group.unnamed')}
      saved={<Saved />}
      amountsHidden={amountsHidden}
      onAmountsHiddenChange={hidden => session.setState({ hideAmounts: hidden })}
      onLock={() => void (demo ? actions.leaveDemo() : actions.lock())}
      onUndo={() => void undo()}
      findRecords={findRecords}
      onLeaveDemo={demo ? () => void actions.leaveDemo() : undefined}
    >
      <Area />
    </AppShell>
  )
}

/** By itself: what is drawn again while an edit is being saved is this word and nothing around it. */
function Saved() {
  const { store } = useGroup()
  return <SavedStatus state={useCalmState(useLive(() => store.status().kind))} />
}

/** An edit is usually kept before anybody could read that it is being kept: only what takes longer is said. */
const CALM_MS = 200

function useCalmState(state: SavedState): SavedState {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (state !== 'saving') return
    const timer = setTimeout(() => setLong(true), CALM_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [state])
  return state === 'saving' && !isLong ? 'saved' : state
}

function Area() {
  const { area, screen } = useRoute()
  switch (area) {
    case 'calendar':
      return <CalendarScreen />
    case 'plan':
      return <PlanArea />
    case 'people':
      return <PeopleArea />
    case 'housing':
      return <HousingArea />
    case 'money':
      return <MoneyArea />
    case 'reports':
      return <ReportsArea />
    case 'settings':
      return <Settings />
    default:
      return screen === 'changes' ? <ChangesScreen /> : <Today />
  }
}

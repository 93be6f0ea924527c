/** Without an arrival there is nothing that its dates could hang on: set-up asks for it, or the settings where it is done. */
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useLive } from '../../group-context.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { useGoOn } from '../../setup/use-go-on.ts'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'

export function NoArrival() {
  const { t } = useWords()
  const { go } = useRouter()
  const goOn = useGoOn()
  const isSetUp = useLive(live => currentSponsorship({ live }) !== undefined)
  const toSettings = {
    label: t('plan.arrival.settings'),
    icon: 'forward',
    onPress: () => go({ area: 'settings', screen: 'sponsorship' }),
  } as const
  return (
    <EmptyState picture="porch" title={t('plan.arrival.none')} action={isSetUp ? toSettings : goOn}>
      {t('plan.arrival.none-text')}
    </EmptyState>
  )
}

/** The one action of a screen that has nothing before set-up is finished: to go on with it. */
import { useServices } from '../group-context.tsx'
import type { IconName } from '../parts/Icon.tsx'
import { useWords } from '../words/use-words.ts'

export function useGoOn(): { readonly label: string; readonly icon: IconName; readonly onPress: () => void } {
  const { t } = useWords()
  const { session } = useServices()
  return {
    label: t('today.action.go-on'),
    icon: 'forward',
    onPress: () => session.setState({ setUpStep: 3 }),
  }
}

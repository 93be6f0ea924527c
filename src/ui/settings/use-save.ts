/** Saves a change of the settings, which all say alike that they were saved. */
import { type Saving, useSave as useSaveAnything } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'

/** True when it was saved, or when there was nothing to save. */
export function useSave(): (change: Saving) => Promise<boolean> {
  const { t } = useWords()
  const save = useSaveAnything()
  return change => save(change, t('settings.saved'))
}

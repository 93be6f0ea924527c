/**
 * Where toasts appear: bottom of the window, read out politely. One goes after twelve seconds unless the pointer or
 * the focus is on it; Ctrl+Z undoes it just as well, so nothing is lost with it. A problem stays.
 */
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import type { Toast, Toasts } from './create-toasts.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import css from './ToastRegion.module.css'

const c = classes(css)
const SHOWN_MS = 12_000

export const ToastsContext = createContext<Toasts | null>(null)

/** `useToasts().done(t('money.entry.saved'), undo)` */
export function useToasts(): Toasts {
  const toasts = use(ToastsContext)
  if (!toasts) throw new Error('no toasts: the component is outside ToastsContext')
  return toasts
}

export function ToastRegion() {
  const { t } = useWords()
  const toasts = useToasts()
  const shown = useSyncExternalStore(toasts.subscribe, toasts.current)
  return (
    <section
      className={c('region')}
      aria-label={t('common.toasts')}
      aria-live="polite"
      aria-relevant="additions"
    >
      {shown.map(toast => (
        <ToastCard key={toast.id} toast={toast} onGone={() => toasts.dismiss(toast.id)} />
      ))}
    </section>
  )
}

function ToastCard({ toast, onGone }: { readonly toast: Toast; readonly onGone: () => void }) {
  const { t } = useWords()
  const [held, setHeld] = useState(false)
  const stays = held || toast.kind === 'problem'
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new onGone must not start the time again
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(onGone, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [stays, toast.id])
  const undo = () => {
    toast.onUndo?.()
    onGone()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold it open
    <div
      className={c('toast', toast.kind === 'problem' && 'problem')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.kind === 'problem' ? 'danger' : 'ok'} className={c('icon')} />
      <p className={c('text')}>{toast.text}</p>
      {toast.onUndo && (
        <Button kind="quiet" size="small" icon={toast.isTakenBack ? 'redo' : 'undo'} onPress={undo}>
          {t(toast.isTakenBack ? 'common.redo' : 'common.undo')}
        </Button>
      )}
      <IconButton icon="close" label={t('common.dismiss')} onPress={onGone} />
    </div>
  )
}

/** Says on every screen of the demo household that nothing here is kept. */
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { useWords } from '../words/use-words.ts'
import css from './AppShell.module.css'
import { Lantern } from './Lantern.tsx'

const c = classes(css)

export function DemoRibbon({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useWords()
  return (
    <aside className={c('demo')} aria-label={t('common.shell.demo')}>
      <span className={c('demoWords')}>
        <Lantern size={20} />
        {t('common.shell.demo')}
      </span>
      <Button kind="quiet" size="small" icon="leave" onPress={onLeave}>
        {t('common.shell.leave-demo')}
      </Button>
    </aside>
  )
}

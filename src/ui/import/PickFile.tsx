/** Where a bank file comes in: dropped, or picked with the machine's own window. */
import { account } from '#domain/account.ts'
import type { OpenProblem } from '#host/host.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Icon } from '../parts/Icon.tsx'
import { useFileDrop } from '../parts/use-file-drop.ts'
import { useWords } from '../words/use-words.ts'
import css from './Import.module.css'
import { NewAccount } from './NewAccount.tsx'
import { OpenFailed } from './OpenFailed.tsx'
import type { ImportFlow } from './use-import.ts'

const c = classes(css)

interface PickFileProps {
  readonly flow: ImportFlow
  readonly problem: OpenProblem | null
}

export function PickFile({ flow, problem }: PickFileProps) {
  const { t } = useWords()
  const { demo } = useGroup()
  const accounts = useLive(live => live.records(account))
  const { isOver, handlers } = useFileDrop(([file]) => {
    if (file) void flow.take(file)
  })
  if (accounts.length === 0) return <NewAccount />
  return (
    <>
      <OpenFailed problem={problem} />
      {/* Dropping is one of two ways; the button is the other. */}
      <div className={c('drop', isOver && 'over')} data-testid="drop-bank-file" {...handlers}>
        <Icon name="import" size={40} className={c('dropIcon')} />
        <p className={c('dropTitle')}>{t('import.drop')}</p>
        <Button kind="primary" icon="folder" onPress={() => void flow.pick()}>
          {t('import.choose-file')}
        </Button>
        <p className={c('hint')}>{t(demo ? 'import.drop.demo' : 'import.drop.kinds')}</p>
      </div>
      <Disclosure label={t('import.how')}>
        <ul className={c('list')}>
          <li>{t('import.how.where')}</li>
          <li>{t('import.how.often')}</li>
          <li>{t('import.how.again')}</li>
          <li>{t('import.how.private')}</li>
        </ul>
      </Disclosure>
    </>
  )
}

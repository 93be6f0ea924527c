/** What the import will do, row by row; the button applies exactly this. */
import { useMemo, useRef, useState } from 'react'
import { account } from '#domain/account.ts'
import { sponsorship } from '#domain/sponsorship.ts'
import { type AccountPreview, namesPaid, unsortedOf } from '#state/import-preview.ts'
import { ROWS_A_STEP } from '#state/long-work.ts'
import { useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Kbd } from '../parts/Kbd.tsx'
import { Notice } from '../parts/Notice.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { Row, Section, Stack } from '../parts/Section.tsx'
import { useLiftedToasts } from '../parts/use-lifted-toasts.ts'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { useWords } from '../words/use-words.ts'
import { AccountTargets } from './AccountTargets.tsx'
import { GuessPanel } from './GuessPanel.tsx'
import css from './Import.module.css'
import { KnownNames } from './KnownNames.tsx'
import { NearQuestions } from './NearQuestions.tsx'
import { PreviewFigures } from './PreviewFigures.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { PreviewWarnings } from './PreviewWarnings.tsx'
import type { Applying, ImportFlow, PreviewStage } from './use-import.ts'

const c = classes(css)
const MOST_NAMES = 24
const APPLY_KEYS = 'Ctrl+Enter'

interface PreviewProps {
  readonly flow: ImportFlow
  readonly stage: PreviewStage
}

export function Preview({ flow, stage }: PreviewProps) {
  const { t } = useWords()
  const { previews, names } = stage
  const accounts = useLive(live => live.records(account))
  const household = useLive(live => live.records(sponsorship).find(each => each.status === 'active'))
  const bar = useRef<HTMLDivElement>(null)
  useLiftedToasts(bar)
  const [codeName, setCodeName] = useState(household?.codeName ?? '')
  const found = useMemo(() => namesPaid(previews, MOST_NAMES), [previews])
  const coded = useMemo(() => codedRows(previews), [previews])
  const count = previews.reduce((sum, { plan }) => sum + plan.adding.count + plan.counts.linking, 0)
  const unsorted = useMemo(() => previews.reduce((sum, each) => sum + unsortedOf(each), 0), [previews])
  // What is being applied is what stands here: nothing of it changes meanwhile.
  const set = (next: Partial<PreviewStage>) => {
    if (stage.applying === null) flow.setStage({ ...stage, ...next })
  }
  const apply = () => {
    if (count > 0 && stage.applying === null) void flow.apply(stage, codeName)
  }
  // On the way from the title to the button lie hundreds of rows, each with something to press.
  useShortcuts([
    { id: 'apply-import', keys: APPLY_KEYS, labelId: 'import.apply-shown', group: 'here', run: apply },
  ])
  return (
    <>
      <Stack>
        <AccountTargets flow={flow} stage={stage} />
        <PreviewWarnings flow={flow} stage={stage} />
        {coded > 0 && <Notice>{t('import.names.known', { count: coded })}</Notice>}
        <div>
          <GuessPanel flow={flow} stage={stage} />
          {found.length > 0 && (
            <KnownNames
              found={found}
              names={names}
              codeName={codeName}
              onCodeName={setCodeName}
              onNames={chosen => set({ names: chosen })}
            />
          )}
        </div>
      </Stack>
      {previews.map((preview, i) => {
        const change = (next: AccountPreview) => set({ previews: previews.with(i, next) })
        return (
          <Section
            key={preview.accountId}
            title={accounts.find(each => each.id === preview.accountId)?.name || t('money.account.unnamed')}
          >
            <PreviewFigures preview={preview} onChange={change} />
            <NearQuestions preview={preview} names={names} codeName={codeName} onChange={change} />
            <PreviewRows preview={preview} names={names} codeName={codeName} onChange={change} />
          </Section>
        )
      })}
      {stage.problem && (
        <Notice kind="danger" announce title={t('common.not-saved')}>
          {t(stage.problem.kind === 'disk-full' ? 'common.not-saved.disk-full' : 'common.not-saved.again')}
        </Notice>
      )}
      <div ref={bar} className={c('bar')}>
        <BarNote
          applying={stage.applying}
          count={count}
          onCancel={flow.cancel}
          note={count === 0 ? t('import.nothing-chosen') : t('import.unsorted-later', { count: unsorted })}
        />
        <Row>
          <Button kind="quiet" disabled={stage.applying?.kind === 'writing'} onPress={flow.again}>
            {t('import.other-file')}
          </Button>
          <Button
            kind="primary"
            icon="check"
            disabled={count === 0}
            busy={stage.applying !== null}
            aria-keyshortcuts="Control+Enter"
            onPress={apply}
          >
            {t('import.apply', { count })}
          </Button>
          <Kbd keys={APPLY_KEYS} />
        </Row>
      </div>
    </>
  )
}

const codedRows = (previews: readonly AccountPreview[]): number =>
  previews.reduce(
    (sum, { plan, coded: ids }) =>
      sum + plan.rows.filter(row => ids.has(row.rowId) && row.choice !== 'leave').length,
    0,
  )

interface BarNoteProps {
  readonly applying: Applying
  readonly count: number
  readonly note: string
  readonly onCancel: () => void
}

/** What is still to be done, or how far applying is. A usual file is applied before a bar could be read. */
function BarNote({ applying, count, note, onCancel }: BarNoteProps) {
  const { t } = useWords()
  if (applying?.kind === 'preparing' && applying.share > 0)
    return <ProgressBar label={t('import.preparing')} value={applying.share} onCancel={onCancel} />
  if (applying?.kind === 'writing' && count > ROWS_A_STEP)
    return <ProgressBar label={t('import.writing')} value={null} />
  return <span className={c('note')}>{note}</span>
}

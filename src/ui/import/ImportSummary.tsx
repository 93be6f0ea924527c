/** What came of an import, account by account, with the way back. */
import { account } from '#domain/account.ts'
import { useLive } from '../group-context.tsx'
import { Amount } from '../parts/Amount.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Notice } from '../parts/Notice.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useTakeBack } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'
import css from './Import.module.css'
import { Figure } from './PreviewFigures.tsx'
import type { ImportFlow, ImportStage } from './use-import.ts'

const c = classes(css)

interface ImportSummaryProps {
  readonly flow: ImportFlow
  readonly stage: Extract<ImportStage, { kind: 'done' }>
}

export function ImportSummary({ flow, stage }: ImportSummaryProps) {
  const { t, date, money } = useWords()
  const { go } = useRouter()
  const takeBack = useTakeBack()
  const accounts = useLive(live => live.records(account))
  const { outcomes, undone } = stage
  const added = outcomes.reduce((sum, each) => sum + each.added.count, 0)
  const unsorted = outcomes.reduce((sum, each) => sum + each.unsorted, 0)
  const undo = async () => {
    const changes = outcomes.flatMap(({ change }) => change ?? [])
    if (await takeBack(changes, t('import.undone'))) flow.setStage({ ...stage, undone: true })
  }
  if (undone)
    return (
      <>
        <Notice kind="ok" announce title={t('import.undone')}>
          {t('import.undone.text')}
        </Notice>
        <Row>
          <Button kind="primary" onPress={flow.again}>
            {t('import.another')}
          </Button>
        </Row>
      </>
    )
  return (
    <>
      <Notice kind="ok" announce title={t('import.done', { count: added })}>
        {unsorted > 0 ? t('import.done.unsorted', { count: unsorted }) : t('import.done.sorted')}
      </Notice>
      {outcomes.map(each => (
        <Section
          key={each.accountId}
          title={accounts.find(one => one.id === each.accountId)?.name || t('money.account.unnamed')}
        >
          <div className={c('figures')}>
            <Figure
              name={t('import.figures.added')}
              note={each.linked > 0 ? t('import.figures.linked', { count: each.linked }) : null}
            >
              {each.added.count}
            </Figure>
            <Figure name={t('import.figures.skipped')}>{each.skipped}</Figure>
            <Figure name={t('import.figures.in')}>
              <Amount cents={each.added.inCents} />
            </Figure>
            <Figure name={t('import.figures.out')}>
              <Amount cents={each.added.outCents} />
            </Figure>
            <Figure
              name={t('import.figures.books', { date: date(each.lastDate) })}
              note={
                each.fileCents === null
                  ? t('import.figures.no-closing')
                  : t('import.figures.file-says', { amount: money(each.fileCents) })
              }
            >
              <Amount cents={each.booksCents} />
            </Figure>
            {each.fileCents !== null && (
              <Figure name={t('import.figures.difference')}>
                <Amount cents={each.booksCents - each.fileCents} kind="difference" />
              </Figure>
            )}
          </div>
          {each.fileCents !== null && each.booksCents !== each.fileCents && (
            <Notice kind="warn">{t('import.figures.differs')}</Notice>
          )}
        </Section>
      ))}
      <Row>
        <Button
          kind="primary"
          onPress={() =>
            go({ area: 'money', screen: 'entries', ...(unsorted > 0 ? { id: 'unsorted' } : {}) })
          }
        >
          {unsorted > 0 ? t('import.sort-now', { count: unsorted }) : t('import.see-entries')}
        </Button>
        <Button icon="undo" onPress={() => void undo()}>
          {t('import.undo')}
        </Button>
        <Button kind="quiet" onPress={flow.again}>
          {t('import.another')}
        </Button>
      </Row>
    </>
  )
}

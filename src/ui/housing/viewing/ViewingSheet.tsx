/** The list of a viewing for paper: the address, boxes to tick, lines to write on. Of the home and of nobody who may live there. */
import type { Home } from '#domain/home.ts'
import { checkGroupNames, checkGroups } from '#domain/home-check.ts'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { FillIn, Sheet, SheetTable } from '../../paper/Sheet.tsx'
import { useAmountsHidden } from '../../words/amounts-hidden.ts'
import { useWords } from '../../words/use-words.ts'
import { useHomeWords } from '../use-home-words.ts'

interface ViewingPaperProps {
  readonly home: Home
  readonly onClose: () => void
}

export function ViewingPaperDialog({ home, onClose }: ViewingPaperProps) {
  const { t } = useWords()
  const { title } = useHomeWords()
  return (
    <PaperDialog
      title={t('housing.sheet.title')}
      action={t('housing.checks.print-now')}
      job={{ title: t('housing.checks.print-title'), file: t('housing.checks.file') }}
      testId="viewing-paper"
      sheet={<ViewingSheet home={home} />}
      typed={[home.name, home.address, home.landlord, home.reach]}
      foot={`${t('housing.sheet.title')} · ${title(home)}`}
      onClose={onClose}
    />
  )
}

function ViewingSheet({ home }: { readonly home: Home }) {
  const { t, money } = useWords()
  const { title, bedrooms } = useHomeWords()
  const hides = useAmountsHidden()
  const { rentCents } = home.terms
  const facts = [
    rentCents === null || hides ? '' : t('housing.per-month', { amount: money(rentCents) }),
    bedrooms(home) ?? '',
    home.landlord,
    home.reach,
  ].filter(Boolean)
  return (
    <Sheet kind="form">
      <h1>{t('housing.sheet.title')}</h1>
      <p>
        <strong>{title(home)}</strong>
        {home.name !== '' && home.address !== '' && ` · ${home.address}`}
        {facts.length > 0 && (
          <>
            <br />
            {facts.join(' · ')}
          </>
        )}
      </p>
      <FillIn text={t('housing.sheet.when')} />
      <SheetTable
        columns={[
          { label: t('housing.check-answer.good'), kind: 'box' },
          { label: t('housing.check-answer.bad'), kind: 'box' },
          { label: t('housing.note'), kind: 'note' },
        ]}
        groups={checkGroupNames.map(group => ({
          title: t(`housing.check-group.${group}`),
          rows: checkGroups[group].map(key => t(`housing.check.${key}`)),
        }))}
      />
      <p>{t('housing.sheet.photos')}</p>
    </Sheet>
  )
}

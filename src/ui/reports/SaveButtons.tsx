/** One button for the PDF, which is what is sent; the other formats beside it. */
import type { ReportView } from '#state/report-files.ts'
import { Button } from '../parts/Button.tsx'
import { Menu } from '../parts/Menu.tsx'
import { useWords } from '../words/use-words.ts'
import type { ReportFiles } from './use-report-files.ts'

interface SaveButtonsProps {
  readonly view: ReportView
  readonly files: ReportFiles
}

export function SaveButtons({ view, files: { busy, save } }: SaveButtonsProps) {
  const { t } = useWords()
  const { audience } = view.report
  return (
    <>
      <Menu
        label={t('reports.save.more')}
        size="medium"
        entries={[
          { id: 'csv-excel-fr', label: t('reports.save.csv-fr'), onPress: () => save('csv-excel-fr') },
          {
            id: 'sah-row',
            label: t(audience === 'sah' ? 'reports.save.row' : 'reports.save.row-not-here'),
            disabled: audience !== 'sah',
            onPress: () => save('sah-row'),
          },
          {
            id: 'journal',
            label: t(audience === 'donors' ? 'reports.save.journal-not-here' : 'reports.save.journal'),
            disabled: audience === 'donors',
            onPress: () => save('journal'),
          },
        ]}
      />
      <Button icon="file" busy={busy === 'csv'} onPress={() => save('csv')}>
        {t('reports.save.csv')}
      </Button>
      <Button icon="spreadsheet" busy={busy === 'xlsx'} onPress={() => save('xlsx')}>
        {t('reports.save.xlsx')}
      </Button>
      <Button kind="primary" icon="print" busy={busy === 'pdf'} onPress={() => save('pdf')}>
        {t('reports.save.pdf')}
      </Button>
    </>
  )
}

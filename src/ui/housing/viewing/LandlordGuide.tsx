/** What helps with a landlord, and what is nobody's business: to read before a call, or to print and take along. */
import { currentSponsorship } from '#state/commands/set-up.ts'
import { usePrintSheet } from '../../calendar/use-print-sheet.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { PrintedPaper } from '../../parts/PrintedPaper.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Viewing.module.css'

const c = classes(css)
const SAY = ['rent', 'income', 'letter', 'insurance', 'contact'] as const
const DO_NOT = ['names', 'why', 'program', 'health', 'papers', 'sign'] as const

export function LandlordGuide({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { isPrinting, print } = usePrintSheet({
    title: t('housing.guide.print-title'),
    file: t('housing.guide.file'),
  })
  return (
    <Dialog
      title={t('housing.guide')}
      isOpen
      onClose={onClose}
      size="large"
      closesOutside
      actions={
        <Button kind="primary" icon="print" busy={isPrinting} onPress={() => void print()}>
          {t('housing.guide.print')}
        </Button>
      }
    >
      <Guide />
      <PrintedPaper testId="guide-paper">
        <h1>{t('housing.guide')}</h1>
        <Guide />
      </PrintedPaper>
    </Dialog>
  )
}

function Guide() {
  const { t } = useWords()
  const province = useLive(live => currentSponsorship({ live }))?.province
  return (
    <article className={c('guide')}>
      <h3>{t('housing.guide.do-not')}</h3>
      <ul className={c('list')}>
        {DO_NOT.map(each => (
          <li key={each}>{t(`housing.guide.do-not.${each}`)}</li>
        ))}
      </ul>
      <h3>{t('housing.guide.say')}</h3>
      <ul className={c('list')}>
        {SAY.map(each => (
          <li key={each}>{t(`housing.guide.say.${each}`)}</li>
        ))}
      </ul>
      <h3>{t('housing.guide.asked')}</h3>
      <p>{t('housing.guide.asked.why')}</p>
      <h3>{t('housing.guide.refused')}</h3>
      <p>{t('housing.guide.refused.text')}</p>
      {province === 'ON' && <p>{t('housing.guide.ontario')}</p>}
    </article>
  )
}

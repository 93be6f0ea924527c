/** What helps with a landlord, and what is nobody's business: to read before a call, or to print and take along. */
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useLive } from '../../group-context.tsx'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { Points, Sheet } from '../../paper/Sheet.tsx'
import { useWords } from '../../words/use-words.ts'

const SAY = ['rent', 'income', 'letter', 'insurance', 'contact'] as const
const DO_NOT = ['names', 'why', 'program', 'health', 'papers', 'sign'] as const

export function LandlordGuide({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <PaperDialog
      title={t('housing.guide')}
      action={t('housing.guide.print')}
      job={{ title: t('housing.guide.print-title'), file: t('housing.guide.file') }}
      testId="guide-paper"
      sheet={<Guide />}
      onClose={onClose}
    />
  )
}

function Guide() {
  const { t } = useWords()
  const province = useLive(live => currentSponsorship({ live }))?.province
  return (
    <Sheet kind="prose">
      <h1>{t('housing.guide')}</h1>
      <h2>{t('housing.guide.do-not')}</h2>
      <Points of={DO_NOT.map(each => t(`housing.guide.do-not.${each}`))} />
      <h2>{t('housing.guide.say')}</h2>
      <Points of={SAY.map(each => t(`housing.guide.say.${each}`))} />
      <h2>{t('housing.guide.asked')}</h2>
      <p>{t('housing.guide.asked.why')}</p>
      <h2>{t('housing.guide.refused')}</h2>
      <p>{t('housing.guide.refused.text')}</p>
      {province === 'ON' && <p>{t('housing.guide.ontario')}</p>}
    </Sheet>
  )
}

/** What the budget has for the last month, to begin the costs with: each is to be checked, for prices change. */
import type { MonthThirteen } from '#state/month-13.ts'
import { useGroup } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Month13.module.css'

const c = classes(css)

export function CostOffers({ facts: { sponsorship, budgeted } }: { readonly facts: MonthThirteen }) {
  const { t, today } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  if (budgeted.length === 0) return null
  const month = sponsorship.supportMonths
  const take = () =>
    void save(
      commands.addAfterSupport(
        budgeted.map(({ subject, cents }) => ({
          sponsorship: sponsorship.id,
          subject,
          figure: { cents, per: 'month' as const },
          source: t('after.from-budget', { month }),
          asOf: today(),
        })),
      ),
      t('after.added'),
    )
  return (
    <div className={c('offer')}>
      <p>
        {t('after.budgeted', {
          month,
          what: budgeted.map(each => t(`after.subject.${each.subject}`)).join(' · '),
        })}
      </p>
      <Button size="small" icon="budget" onPress={take}>
        {t('after.take-over')}
      </Button>
    </div>
  )
}

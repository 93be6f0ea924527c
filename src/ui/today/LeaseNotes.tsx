/** A lease that says other than Money expects, for whoever keeps the money: what differs, and one step that puts it level. */
import { type LeaseDifference, leaseDifferences, type PaymentDifference } from '#state/lease-money.ts'
import { useGroup, useLive, useServices } from '../group-context.tsx'
import { useHomeWords } from '../housing/use-home-words.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'

export function LeaseNotes() {
  const { tools } = useServices()
  const today = tools.today()
  return useLive(live => leaseDifferences(live, today)).map(each => (
    <LeaseNote key={each.lease.id} of={each} />
  ))
}

function LeaseNote({ of }: { readonly of: LeaseDifference }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const { go } = useRouter()
  const { title } = useHomeWords()
  const save = useSave()
  const { lease, home, payments } = of
  const name = home ? title(home) : t('housing.unnamed')
  return (
    <Notice
      kind="warn"
      title={t('today.lease', { home: name })}
      actions={
        <>
          <Button
            size="small"
            onPress={() => void save(commands.levelLeaseMoney(lease.id), t('today.lease.level-done'))}
          >
            {t('today.lease.level')}
          </Button>
          {home && (
            <Button
              size="small"
              kind="quiet"
              onPress={() => go({ area: 'housing', screen: 'home', id: home.id })}
            >
              {t('today.lease.show')}
            </Button>
          )}
        </>
      }
    >
      {payments.map(each => (
        <Difference key={each.payment} of={each} />
      ))}
    </Notice>
  )
}

function Difference({ of: { payment, leaseCents, moneyCents, days } }: { readonly of: PaymentDifference }) {
  const { t, money, date } = useWords()
  const span = ({ start, end, day, every }: NonNullable<typeof days>['lease']) =>
    every !== 'month'
      ? date(start)
      : end === null
        ? t('today.lease.days-open', { day, from: date(start) })
        : t('today.lease.days', { day, from: date(start), to: date(end) })
  return (
    <>
      {leaseCents !== moneyCents && (
        <p>{t(`today.lease.${payment}`, { lease: money(leaseCents), money: money(moneyCents) })}</p>
      )}
      {days && <p>{t('today.lease.when', { lease: span(days.lease), money: span(days.money) })}</p>}
    </>
  )
}

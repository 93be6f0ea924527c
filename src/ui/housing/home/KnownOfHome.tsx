/** What is known of a home, and what is not known yet. */
import type { Home } from '#domain/home.ts'
import { hostCheck } from '#domain/home-follow-up.ts'
import { useServices } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { type KeyValue, KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { StayDates } from '../board/HomeFacts.tsx'
import { useHomeWords } from '../use-home-words.ts'

export function KnownOfHome({ home }: { readonly home: Home }) {
  const { t, date } = useWords()
  const words = useHomeWords()
  const check = useHostCheck(home)
  const said = (key: string, value: string): readonly KeyValue[] => (value === '' ? [] : [{ key, value }])
  const isTemporary = home.use === 'temporary'
  return (
    <Section card title={t('housing.known')}>
      <KeyValueList
        items={[
          ...(home.stage.at === 'rejected' && !isTemporary
            ? [{ key: t('housing.reject.reason'), value: home.stage.reason }]
            : []),
          ...said(t(isTemporary ? 'housing.host' : 'housing.landlord'), home.landlord),
          ...said(t('housing.reach'), home.reach),
          ...said(t('housing.found'), home.found),
          ...(isTemporary
            ? []
            : [{ key: t('housing.rent'), value: <Amount cents={home.terms.rentCents} /> }]),
          ...(isTemporary
            ? []
            : [{ key: t('housing.bedrooms'), value: words.bedrooms(home) ?? t('housing.not-known') }]),
          ...(home.availableFrom === null || isTemporary
            ? []
            : [{ key: t('housing.available'), value: date(home.availableFrom) }]),
          { key: t('housing.owner'), value: words.memberName(home.owner) },
          ...(isTemporary ? [{ key: t('housing.stay'), value: <StayDates {...home.stay} /> }] : []),
          ...(isTemporary ? [{ key: t('housing.host-checked'), ...check }] : []),
          ...said(t('housing.note'), home.note),
        ]}
      />
    </Section>
  )
}

function useHostCheck(home: Home): { readonly value: string; readonly note: string } {
  const { t, date } = useWords()
  const { tools } = useServices()
  const check = hostCheck(home, tools.today())
  return {
    value: home.hostCheckedOn === null ? t('housing.host-check.missing') : date(home.hostCheckedOn),
    note: check === 'too-old' ? t('housing.host-check.too-old') : t('housing.host-checked.hint'),
  }
}

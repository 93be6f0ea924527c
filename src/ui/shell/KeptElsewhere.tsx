/** An area of which this laptop has no key: who can read it, and that nothing is missing. */
import { EmptyState } from '../parts/EmptyState.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { useWords } from '../words/use-words.ts'

export function KeptElsewhere({ title }: { readonly title: string }) {
  const { t } = useWords()
  return (
    <>
      <PageHeader title={title} />
      <EmptyState picture="porch" title={t('common.elsewhere.money')}>
        {t('common.elsewhere.money-text')}
      </EmptyState>
    </>
  )
}

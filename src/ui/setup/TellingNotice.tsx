/** Warns when a name would tell on paper why somebody is here. The group decides; nothing is forbidden. */
import { findTellingWords } from '#domain/telling-words.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'

export function TellingNotice({ text }: { readonly text: string }) {
  const { t, list } = useWords()
  const hits = findTellingWords(shippedRates()['telling-words'], text)
  const first = hits[0]
  if (!first) return null
  return (
    <Notice
      kind="warn"
      announce
      title={t('setup.telling.title', {
        words: list(hits.map(hit => t('setup.telling.quote', { word: hit.text }))),
      })}
    >
      {t(`setup.telling-why.${first.kind}`)}
    </Notice>
  )
}

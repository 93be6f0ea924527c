/** The versions that a paper stands in for: what each said, and its pictures. */
import { useState } from 'react'
import type { PersonDocument } from '#domain/document.ts'
import { filesOfDocument } from '#state/documents.ts'
import { PaperViewer } from '../../attachments/PaperViewer.tsx'
import { keptPapers } from '../../attachments/use-paper-changes.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { MaskedNumber } from './MaskedNumber.tsx'

export function EarlierVersions({ versions }: { readonly versions: readonly PersonDocument[] }) {
  return (
    <Stack gap="large">
      {versions.map(each => (
        <Version key={each.id} of={each} />
      ))}
    </Stack>
  )
}

function Version({ of }: { readonly of: PersonDocument }) {
  const { t, date } = useWords()
  const [isShown, setShown] = useState(false)
  const papers = keptPapers(
    'care',
    useLive(live => filesOfDocument(live, of.id)),
  )
  const none = t('papers.not-noted')
  return (
    <Stack gap="small">
      <KeyValueList
        items={[
          { key: t('papers.number'), value: of.number ? <MaskedNumber number={of.number} /> : none },
          { key: t('papers.issued'), value: of.dates.issued ? date(of.dates.issued) : none },
          { key: t('papers.expires'), value: of.dates.expires ? date(of.dates.expires) : none },
          ...(of.note ? [{ key: t('papers.note'), value: of.note }] : []),
        ]}
      />
      {papers[0] && (
        <div>
          <Button size="small" icon="picture" onPress={() => setShown(true)}>
            {t('papers.show-files', { count: papers.length })}
          </Button>
        </div>
      )}
      {isShown && papers[0] && (
        <PaperViewer papers={papers} start={papers[0].id} onClose={() => setShown(false)} />
      )}
    </Stack>
  )
}

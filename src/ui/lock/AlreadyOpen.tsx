/** A second window of the same group file: two writers would be unsafe, so this one steps back. */
import { useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Illustration } from '../parts/Illustration.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Row, Stack } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import { EntryLayout } from './EntryLayout.tsx'

export function AlreadyOpen() {
  const { t } = useWords()
  const { actions } = useServices()
  return (
    <EntryLayout width="narrow">
      <Stack>
        <Illustration name="porch" />
        <PageHeader title={t('lock.already-open.title')} intro={t('lock.already-open.text')} />
        <Row>
          <Button kind="primary" icon="retry" onPress={() => void actions.start()}>
            {t('lock.already-open.retry')}
          </Button>
        </Row>
      </Stack>
    </EntryLayout>
  )
}

/** The end of the set-up: the bank file next, or later. */
import { useEffect } from 'react'
import { Button } from '../parts/Button.tsx'
import { Illustration } from '../parts/Illustration.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Row, Stack } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import { focusTitle } from './focus-title.ts'
import { StepForm } from './StepForm.tsx'

interface SetUpDoneProps {
  readonly onImport: () => void
  readonly onLater: () => void
}

export function SetUpDone({ onImport, onLater }: SetUpDoneProps) {
  const { t } = useWords()
  useEffect(focusTitle, [])
  return (
    <StepForm onSubmit={onImport}>
      <Stack>
        <Illustration name="porch" />
        <PageHeader title={t('setup.done.title')} intro={t('setup.done.intro')} />
        <Row>
          <Button kind="primary" type="submit" icon="import">
            {t('setup.done.import')}
          </Button>
          <Button kind="quiet" onPress={onLater}>
            {t('setup.done.later')}
          </Button>
        </Row>
        <p>{t('setup.done.mid-way')}</p>
      </Stack>
    </StepForm>
  )
}

/** Five random words first; an own passphrase with its strength in words for those who want one. */
import { PassphraseField } from '../lock/PassphraseField.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Link } from '../parts/Link.tsx'
import { Row, Stack } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import css from './NewPassphrase.module.css'
import type { PassphraseChoice } from './use-passphrase-choice.ts'

const c = classes(css)

interface NewPassphraseProps {
  readonly choice: PassphraseChoice
  readonly error?: string | null
}

export function NewPassphrase({ choice, error = null }: NewPassphraseProps) {
  return choice.mode === 'suggested' ? <Suggested choice={choice} /> : <Own choice={choice} error={error} />
}

function Suggested({ choice }: { readonly choice: PassphraseChoice }) {
  const { t } = useWords()
  return (
    <Stack>
      <div className={c('sheet')}>
        <p className={c('caption')}>{t('setup.passphrase.words')}</p>
        <p className={c('words')} aria-live="polite" data-testid="passphrase-words">
          {choice.suggested || '…'}
        </p>
        <p className={c('caption')}>{t('setup.passphrase.words-hint')}</p>
      </div>
      <Row align="between">
        <Button icon="repeat" size="small" onPress={choice.suggestOther}>
          {t('setup.passphrase.other-words')}
        </Button>
        <Link onPress={() => choice.setMode('own')}>{t('setup.passphrase.use-own')}</Link>
      </Row>
    </Stack>
  )
}

function Own({ choice, error }: { readonly choice: PassphraseChoice; readonly error: string | null }) {
  const { t } = useWords()
  const { judgement } = choice
  return (
    <Stack>
      <PassphraseField
        label={t('setup.passphrase.own')}
        hint={t('setup.passphrase.own-hint')}
        value={choice.own}
        onChange={choice.setOwn}
        startsShown
        autoFocus
        error={error}
      />
      <div className={c('strength')}>
        <div className={c('meter')} aria-hidden="true">
          {[0, 1, 2, 3].map(step => (
            <span
              key={step}
              className={c(
                'step',
                judgement && judgement.score > step && (judgement.acceptable ? 'good' : 'weak'),
              )}
            />
          ))}
        </div>
        <p role="status">
          {judgement && (
            <>
              <strong>{t(`setup.strength.${judgement.score}`)}</strong>{' '}
              {judgement.advice && t(`setup.passphrase-advice.${judgement.advice}`)}
            </>
          )}
        </p>
      </div>
      <Row>
        <Link onPress={() => choice.setMode('suggested')}>{t('setup.passphrase.use-words')}</Link>
      </Row>
    </Stack>
  )
}

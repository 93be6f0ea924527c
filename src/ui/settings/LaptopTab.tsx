/** What is of this laptop only: language, look, shortcuts, and taking the group file away from it. */
import { useEffect, useState } from 'react'
import { receiptFile } from '#domain/attachment.ts'
import { GROUP_ID, group } from '#domain/group.ts'
import type { Theme } from '#host/host.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useGroup, useLive, useServices, useSession } from '../group-context.tsx'
import { useChooseLanguage } from '../lock/LanguageChoice.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { Notice } from '../parts/Notice.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Row, Section, Stack } from '../parts/Section.tsx'
import { TextField } from '../parts/TextField.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { LANGUAGE_NAMES, LANGUAGES } from '../words/messages.ts'
import { useWords } from '../words/use-words.ts'
import { isConfirmed } from './confirm-word.ts'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']
const THEME_ICONS = { system: 'system', light: 'today', dark: 'night' } as const

export function LaptopTab() {
  const { t, language } = useWords()
  const { actions } = useServices()
  const { demo } = useGroup()
  const chooseLanguage = useChooseLanguage()
  const theme = useSession(state => state.preferences.theme)
  return (
    <Stack gap="large">
      <Section card title={t('settings.look')}>
        <RadioCards
          label={t('setup.group.language')}
          value={language}
          onChange={chooseLanguage}
          columns={2}
          options={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <RadioCards
          label={t('settings.theme')}
          value={theme}
          onChange={next => void actions.setPreferences({ theme: next })}
          columns={3}
          options={THEMES.map(value => ({
            value,
            label: t(`settings.theme-name.${value}`),
            icon: THEME_ICONS[value],
          }))}
        />
        <p>{t('settings.look.clear')}</p>
      </Section>
      <Section card title={t('common.shortcuts.title')}>
        <Row>
          <Kbd keys="?" />
          <span>{t('settings.shortcuts')}</span>
        </Row>
      </Section>
      <KeptAttachments />
      {demo ? (
        <Section card title={t('common.shell.leave-demo')} intro={t('settings.leave-demo')}>
          <Row>
            <Button icon="leave" onPress={() => void actions.leaveDemo()}>
              {t('common.shell.leave-demo')}
            </Button>
          </Row>
        </Section>
      ) : (
        <RemoveGroup />
      )}
    </Stack>
  )
}

/** How much of this laptop's disk the papers take. */
function KeptAttachments() {
  const { t, fileSize } = useWords()
  const { attachments } = useGroup()
  const papers = useLive(live => live.records(receiptFile))
  const [kept, setKept] = useState<Awaited<ReturnType<typeof attachments.sizes>> | null>(null)
  useEffect(() => {
    let isShown = true
    // Counted anew whenever a paper comes or goes.
    void papers
    void attachments.sizes().then(sizes => {
      if (isShown) setKept(sizes)
    })
    return () => {
      isShown = false
    }
  }, [attachments, papers])
  return (
    <Section card title={t('settings.attachments')}>
      {kept !== null && (
        <p>
          {kept.files === 0
            ? t('settings.attachments.none')
            : t('settings.attachments.size', { count: kept.files, size: fileSize(kept.bytes) })}
        </p>
      )}
    </Section>
  )
}

function RemoveGroup() {
  const { t } = useWords()
  const { actions } = useServices()
  const groupName = useLive(live => live.get(group, GROUP_ID))?.name ?? ''
  const codeName = useLive(live => currentSponsorship({ live }))?.codeName ?? ''
  const expected = codeName || groupName || t('settings.remove.word')
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [typed, setTyped] = useState('')
  const remove = () => {
    if (!isConfirmed(typed, expected)) return
    setBusy(true)
    void actions.removeGroup()
  }
  return (
    <Section card title={t('settings.remove')} intro={t('settings.remove.intro')}>
      <Row>
        <Button icon="delete" onPress={() => setOpen(true)}>
          {t('settings.remove.open')}
        </Button>
      </Row>
      <Dialog
        title={t('settings.remove.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="quiet" onPress={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
            <Button kind="danger" busy={isBusy} disabled={!isConfirmed(typed, expected)} onPress={remove}>
              {t('settings.remove.yes')}
            </Button>
          </>
        }
      >
        <StepForm onSubmit={remove} busy={isBusy}>
          <Notice kind="danger">{t('settings.remove.warning')}</Notice>
          <TextField
            label={t('settings.remove.confirm', { word: expected })}
            value={typed}
            onChange={setTyped}
            autoFocus
          />
        </StepForm>
      </Dialog>
    </Section>
  )
}

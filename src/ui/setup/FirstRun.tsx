/** Nothing is on this laptop yet: start a group, look at the demo household, or open a sealed copy. */
import { useEffect, useState } from 'react'
import { useServices } from '../group-context.tsx'
import { EntryLayout } from '../lock/EntryLayout.tsx'
import { useIsWorking, WorkingBar } from '../lock/WorkingBar.tsx'
import { classes } from '../parts/classes.ts'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { Illustration } from '../parts/Illustration.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Stack } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import css from './FirstRun.module.css'
import { focusTitle } from './focus-title.ts'
import { OpenCopy } from './OpenCopy.tsx'
import { StartGroup } from './StartGroup.tsx'

const c = classes(css)

type View = 'choices' | 'start' | 'copy'

export function FirstRun() {
  const [view, setView] = useState<View>('choices')
  const back = () => setView('choices')
  switch (view) {
    case 'choices':
      return <Choices onChoose={setView} />
    case 'start':
      return <StartGroup onBack={back} />
    case 'copy':
      return <OpenCopy onBack={back} />
  }
}

function Choices({ onChoose }: { readonly onChoose: (view: View) => void }) {
  const { t } = useWords()
  const { actions } = useServices()
  const isWorking = useIsWorking()
  useEffect(focusTitle, [])
  return (
    <EntryLayout width="wide">
      <div className={c('welcome')}>
        <PageHeader title={t('setup.welcome.title')} intro={t('setup.welcome.intro')} />
        <div className={c('picture')}>
          <Illustration name="porch" />
        </div>
      </div>
      <div className={c('choices')}>
        <Choice
          icon="home"
          title={t('setup.welcome.start')}
          text={t('setup.welcome.start-text')}
          isMain
          disabled={isWorking}
          onPress={() => onChoose('start')}
        />
        <Choice
          icon="visible"
          title={t('setup.welcome.demo')}
          text={t('setup.welcome.demo-text')}
          disabled={isWorking}
          onPress={() => void actions.tryDemo()}
        />
        <Choice
          icon="key"
          title={t('setup.welcome.copy')}
          text={t('setup.welcome.copy-text')}
          disabled={isWorking}
          onPress={() => onChoose('copy')}
        />
      </div>
      <WorkingBar />
      {actions.durability === 'browser' && <Notice kind="warn">{t('setup.welcome.browser')}</Notice>}
      <Disclosure label={t('setup.welcome.protected')}>
        <Stack gap="small">
          <p>{t('setup.welcome.protected-sealed')}</p>
          <p>{t('setup.welcome.protected-server')}</p>
          <p>{t('setup.welcome.protected-not')}</p>
        </Stack>
      </Disclosure>
    </EntryLayout>
  )
}

interface ChoiceProps {
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly isMain?: boolean
  readonly disabled: boolean
  readonly onPress: () => void
}

function Choice({ icon, title, text, isMain = false, disabled, onPress }: ChoiceProps) {
  return (
    <button type="button" className={c('choice', isMain && 'main')} disabled={disabled} onClick={onPress}>
      <span className={c('mark')}>
        <Icon name={icon} size={24} />
      </span>
      <span className={c('title')}>{title}</span>
      <span className={c('text')}>{text}</span>
      <span className={c('arrow')}>
        <Icon name="forward" size={20} />
      </span>
    </button>
  )
}

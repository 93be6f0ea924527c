/** After how many idle minutes the group is locked, for this window. */
import { useServices, useSession } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { useWords } from '../words/use-words.ts'

const MINUTES = [2, 5, 10, 15, 30, 60]

export function AutoLock() {
  const { t } = useWords()
  const { session, actions } = useServices()
  const minutes = useSession(state => state.autoLockMinutes)
  return (
    <Section card title={t('settings.lock')} intro={t('settings.lock.intro')}>
      <Select
        label={t('settings.lock.after')}
        hint={t('settings.lock.after-hint')}
        value={String(minutes)}
        onChange={text => session.setState({ autoLockMinutes: Number(text) })}
        choices={[...new Set([...MINUTES, minutes])]
          .toSorted((a, b) => a - b)
          .map(each => ({ value: String(each), label: t('settings.lock.minutes', { count: each }) }))}
      />
      <Row>
        <Button icon="lock" onPress={() => void actions.lock()}>
          {t('settings.lock.now')}
        </Button>
        <Kbd keys="Ctrl+L" />
      </Row>
    </Section>
  )
}

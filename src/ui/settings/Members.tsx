/** Where the members of the group are. */
import { member } from '#domain/member.ts'
import { useLive } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'

export function Members() {
  const { t } = useWords()
  const { go } = useRouter()
  const here = useLive(live => live.records(member)).filter(each => each.leftAt === null)
  return (
    <Section card title={t('people.members.title')}>
      <Row align="between">
        <p>{t('settings.members.count', { count: here.length })}</p>
        <Button icon="people" onPress={() => go({ area: 'people', screen: 'members' })}>
          {t('settings.members.open')}
        </Button>
      </Row>
    </Section>
  )
}

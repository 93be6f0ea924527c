/** What a landlord is sent with an application: which papers went, by whom and when, and a letter about the rent. */
import { useState } from 'react'
import type { Home } from '#domain/home.ts'
import { homePaperKeys } from '#domain/home-paper.ts'
import { homePapersOf } from '#state/home-papers.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Row, Section } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useWords } from '../../words/use-words.ts'
import { useHomeWords } from '../use-home-words.ts'
import css from './Application.module.css'
import { PapersToSendDialog } from './PapersToSendDialog.tsx'
import { RentLetterDialog } from './RentLetter.tsx'

const c = classes(css)

/** From a viewing on; before that nobody asks for papers. */
export const hasApplication = ({ use, stage }: Pick<Home, 'use' | 'stage'>): boolean =>
  use === 'home' && ['viewed', 'applied', 'lease', 'settled'].includes(stage.at)

export function ApplicationSection({ home }: { readonly home: Home }) {
  const { t, date } = useWords()
  const { memberName } = useHomeWords()
  const [open, setOpen] = useState<'papers' | 'letter' | null>(null)
  const known = useLive(live => homePapersOf(live, home.id))
  const close = () => setOpen(null)
  return (
    <Section card title={t('housing.send')}>
      <ul className={c('list')} aria-label={t('housing.send')}>
        {homePaperKeys.map(key => {
          const of = known.get(key)
          const when = [of?.on ? date(of.on) : '', of?.by ? memberName(of.by) : ''].filter(Boolean)
          return (
            <li key={key} className={c('item')}>
              <span>{t(`housing.paper.${key}`)}</span>
              <span className={c('state')}>
                {when.length > 0 && <span>{when.join(' · ')}</span>}
                {of?.sent && (
                  <Tag tone="ok" icon="check">
                    {t('housing.send.sent')}
                  </Tag>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <Row>
        <Button size="small" icon="plan" onPress={() => setOpen('papers')}>
          {t('housing.send.open')}
        </Button>
        <Button size="small" icon="print" onPress={() => setOpen('letter')}>
          {t('housing.rent-letter')}
        </Button>
      </Row>
      {open === 'papers' && <PapersToSendDialog home={home} onClose={close} />}
      {open === 'letter' && <RentLetterDialog home={home} onClose={close} />}
    </Section>
  )
}

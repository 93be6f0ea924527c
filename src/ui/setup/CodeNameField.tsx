/** A code name for the household: a tree from the list, or one that is typed. */
import { useState } from 'react'
import { offerCodeNames } from '#domain/code-names.ts'
import { sponsorship } from '#domain/sponsorship.ts'
import type { Live } from '#state/live.ts'
import type { OpenGroup } from '#state/session.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { useGroup } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Row, Stack } from '../parts/Section.tsx'
import { TextField } from '../parts/TextField.tsx'
import type { Language } from '../words/messages.ts'
import { useWords } from '../words/use-words.ts'
import { TellingNotice } from './TellingNotice.tsx'

const OFFERED = 4

/** The group's id is random, so groups begin at different trees, and one group always at the same. */
const firstSeed = (vaultId: string): number => Number.parseInt(vaultId.slice(0, 6), 16)

function offersOf(live: Live, language: Language, seed: number): readonly string[] {
  const taken = live.records(sponsorship).map(each => each.codeName)
  return offerCodeNames(shippedRates()['code-names'], language, taken, OFFERED, seed)
}

/** What the field shows when no name was chosen yet. */
export const firstOffer = ({ live, vault }: OpenGroup, language: Language): string =>
  offersOf(live, language, firstSeed(vault.identity.vaultId))[0] ?? ''

interface CodeNameFieldProps {
  readonly value: string
  readonly onChange: (name: string) => void
}

export function CodeNameField({ value, onChange }: CodeNameFieldProps) {
  const { t, language } = useWords()
  const { vault, live } = useGroup()
  const [seed, setSeed] = useState(() => firstSeed(vault.identity.vaultId))
  const offers = offersOf(live, language, seed)
  return (
    <Stack gap="small">
      <TextField
        label={t('setup.code-name')}
        hint={t('setup.code-name.hint')}
        maxLength={60}
        value={value}
        onChange={onChange}
      />
      <Row>
        {offers
          .filter(name => name !== value)
          .map(name => (
            <Button key={name} size="small" onPress={() => onChange(name)}>
              {name}
            </Button>
          ))}
        <Button size="small" kind="quiet" icon="repeat" onPress={() => setSeed(seed + OFFERED)}>
          {t('setup.code-name.others')}
        </Button>
      </Row>
      <TellingNotice text={value} />
    </Stack>
  )
}

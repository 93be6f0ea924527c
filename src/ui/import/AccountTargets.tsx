/** Which account of the group each account of the file is; shown only where there is a choice. */
import { openAccounts } from '#state/import-preview.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Select } from '../parts/Select.tsx'
import { useWords } from '../words/use-words.ts'
import css from './Import.module.css'
import type { ImportFlow, PreviewStage } from './use-import.ts'

const c = classes(css)

interface AccountTargetsProps {
  readonly flow: ImportFlow
  readonly stage: PreviewStage
}

export function AccountTargets({ flow, stage }: AccountTargetsProps) {
  const { t, dates } = useWords()
  const { live, commands } = useGroup()
  useLive(here => here.revision())
  const accounts = openAccounts(live)
  const found = stage.read.accounts
  if (accounts.length === 1 && found.length === 1 && stage.targets[0] === accounts[0]?.id) return null
  const aim = async (index: number, value: string) => {
    if (value !== 'new') return flow.aim(stage, index, value === 'none' ? null : value)
    const file = found[index]
    const hint = file?.accountHint ?? ''
    const added = await commands.addAccount({
      name: hint === '' ? t('import.account.new-name') : t('import.account.named', { hint }),
      opening: { date: file?.firstDate ?? '2000-01-01', cents: file?.openingCents ?? 0 },
    })
    if (added.ok) await flow.aim(stage, index, added.id)
  }
  return (
    <div className={c('fields')}>
      {found.map((file, i) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: the accounts of a file have no other name and never move
          key={i}
          label={
            found.length === 1
              ? t('import.account')
              : t('import.account.of-file', {
                  number: i + 1,
                  hint: file.accountHint || t('import.account.no-number'),
                })
          }
          hint={t('import.account.rows', {
            count: file.sums.count,
            dates: dates(file.firstDate, file.lastDate),
          })}
          value={stage.targets[i] ?? 'none'}
          onChange={value => void aim(i, value)}
          choices={[
            ...accounts.map(each => ({ value: each.id, label: each.name || t('money.account.unnamed') })),
            { value: 'new', label: t('import.account.new') },
            { value: 'none', label: t('import.account.leave-out') },
          ]}
        />
      ))}
    </div>
  )
}

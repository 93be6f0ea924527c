/** How the file was read, in words, and every part of it correctable. */
import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Checkbox } from '../parts/Checkbox.tsx'
import { classes } from '../parts/classes.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Row, Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { useWords } from '../words/use-words.ts'
import { ColumnMappingForm } from './ColumnMappingForm.tsx'
import css from './Import.module.css'
import type { ImportFlow, PreviewStage } from './use-import.ts'

const c = classes(css)

interface GuessPanelProps {
  readonly flow: ImportFlow
  readonly stage: PreviewStage
}

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
const DELIMITERS = [',', ';', '\t', '|'] as const
const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

export function GuessPanel({ flow, stage }: GuessPanelProps) {
  const { t } = useWords()
  const [mapping, setMapping] = useState(false)
  const { file, read } = stage
  const { encoding, csv } = read.guess
  const answer = (answers: Parameters<ImportFlow['reread']>[1]['answers']) =>
    void flow.reread(file, answers ? { answers } : {})
  const said = csv
    ? t('import.guess.csv', {
        shape: csv.shape ? t(`import.shape.${csv.shape}`) : t('import.shape.own'),
        delimiter: t(`import.delimiter.${DELIMITER_NAMES[csv.delimiter]}`),
        order: t(`import.date-order.${csv.dateOrder}`),
      })
    : t(`import.guess.${read.format}`)
  return (
    <Disclosure label={said}>
      <Stack>
        {csv && <p className={c('hint')}>{t(`import.mapped-by.${csv.mappedBy}`)}</p>}
        {csv && csv.dateOrderBy === 'bank-shape' && <p className={c('hint')}>{t('import.order-by-shape')}</p>}
        {csv?.newestFirst && <p className={c('hint')}>{t('import.newest-first')}</p>}
        <div className={c('fields')}>
          {csv && (
            <>
              <Select
                label={t('import.date-order')}
                value={csv.dateOrder}
                onChange={dateOrder => answer({ dateOrder })}
                choices={(['ymd', 'mdy', 'dmy'] as const).map(value => ({
                  value,
                  label: t(`import.date-order.${value}`),
                }))}
              />
              <Select
                label={t('import.delimiter')}
                value={csv.delimiter}
                onChange={delimiter => answer({ delimiter })}
                choices={DELIMITERS.map(value => ({
                  value,
                  label: t(`import.delimiter.${DELIMITER_NAMES[value]}`),
                }))}
              />
            </>
          )}
          <Select
            label={t('import.encoding')}
            value={encoding}
            onChange={value => answer({ encoding: value })}
            choices={ENCODINGS.map(value => ({ value, label: t(`import.encoding.${value}`) }))}
          />
        </div>
        <Checkbox
          label={t('import.flip')}
          hint={t('import.flip.hint')}
          checked={file.answers.flipSign ?? csv?.mapping.flipSign ?? false}
          onChange={flipSign => answer({ flipSign })}
        />
        {csv && (
          <Row>
            <Button icon="sort" onPress={() => setMapping(true)}>
              {t('import.columns.open')}
            </Button>
          </Row>
        )}
      </Stack>
      {csv && (
        <Dialog
          title={t('import.columns.title')}
          isOpen={mapping}
          onClose={() => setMapping(false)}
          size="large"
        >
          <ColumnMappingForm
            columns={csv.columns}
            start={csv.mapping}
            onUse={chosen => {
              setMapping(false)
              void flow.reread({ ...file, answers: {} }, { mapping: chosen, columns: csv.columns })
            }}
          />
        </Dialog>
      )}
    </Disclosure>
  )
}

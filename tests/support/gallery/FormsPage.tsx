/** Every field, in each state. */
import { useState } from 'react'
import { AmountField } from '#ui/parts/AmountField.tsx'
import { Button } from '#ui/parts/Button.tsx'
import { Checkbox } from '#ui/parts/Checkbox.tsx'
import { ComboBox } from '#ui/parts/ComboBox.tsx'
import { DateField } from '#ui/parts/DateField.tsx'
import { Disclosure } from '#ui/parts/Disclosure.tsx'
import { MonthField } from '#ui/parts/MonthField.tsx'
import { NumberStepper } from '#ui/parts/NumberStepper.tsx'
import { PageHeader } from '#ui/parts/PageHeader.tsx'
import { RadioCards } from '#ui/parts/RadioCards.tsx'
import { CardGrid, Row, Section, Stack } from '#ui/parts/Section.tsx'
import { Select } from '#ui/parts/Select.tsx'
import { Steps } from '#ui/parts/Steps.tsx'
import { TextField } from '#ui/parts/TextField.tsx'

export function FormsPage() {
  const [name, setName] = useState('Maple Street group')
  const [cents, setCents] = useState<number | null>(125_000)
  const [none, setNone] = useState<number | null>(null)
  const [day, setDay] = useState<string | null>('2026-11-26')
  const [month, setMonth] = useState<string | null>('2026-09')
  const [line, setLine] = useState<string>('rent')
  const [payee, setPayee] = useState<string | null>(null)
  const [program, setProgram] = useState<'g5' | 'sah' | 'unknown' | null>('sah')
  const [adults, setAdults] = useState(2)
  const [ticked, setTicked] = useState(true)
  return (
    <>
      <PageHeader title="The sponsorship" intro="You can change all of this later." />
      <Steps
        label="Set-up"
        current="sponsorship"
        onGoTo={() => undefined}
        steps={['Your group', 'Lock it', 'The sponsorship', 'The people', 'The money'].map((label, i) => ({
          id: ['group', 'lock', 'sponsorship', 'people', 'money'][i] ?? '',
          label,
        }))}
      />
      <RadioCards
        label="Which program?"
        hint="It sets the months and who pays which of them."
        value={program}
        onChange={setProgram}
        columns={2}
        options={[
          {
            value: 'g5',
            label: 'Group of five',
            description: 'Five citizens or permanent residents, together.',
            icon: 'people',
          },
          {
            value: 'sah',
            label: 'Through an agreement holder',
            description: 'Your SAH signs with you and may hold the money.',
            icon: 'accounts',
          },
          {
            value: 'unknown',
            label: 'I don’t know',
            description: 'Ask your SAH; months and start-up stay open until then.',
            icon: 'to-check',
          },
        ]}
      />
      <CardGrid>
        <Section card title="Text and choices">
          <TextField
            label="Name on paper"
            hint="This is what reports show."
            value={name}
            onChange={setName}
          />
          <TextField label="Note" optional lines={3} value="" onChange={() => undefined} />
          <Select
            label="Line"
            value={line}
            onChange={setLine}
            choices={[
              { value: 'rent', label: 'Rent' },
              { value: 'food', label: 'Food' },
            ]}
          />
          <ComboBox
            label="Payee"
            optional
            value={payee}
            onChange={setPayee}
            items={[
              { id: '1', label: 'Landlord', note: 'Rent, each month' },
              { id: '2', label: 'Grocery store' },
            ]}
          />
          <NumberStepper label="Adults" value={adults} onChange={setAdults} min={1} />
        </Section>
        <Section card title="Figures and days">
          <AmountField label="Amount" value={cents} onChange={setCents} hint="12.50, 1 250,00 or =40+12" />
          <AmountField label="Balance" value={none} onChange={setNone} error="Enter an amount." />
          <DateField label="Arrived on" value={day} onChange={setDay} />
          <MonthField label="Turns 18 in" optional value={month} onChange={setMonth} />
          <Stack gap="small">
            <Checkbox label="Receipt attached" checked={ticked} onChange={setTicked} />
            <Checkbox
              label="Include payee names"
              hint="Names are listed before saving."
              checked={false}
              onChange={() => undefined}
            />
            <Checkbox label="Some of them" indeterminate checked={false} onChange={() => undefined} />
            <Checkbox label="Not possible yet" disabled checked={false} onChange={() => undefined} />
          </Stack>
        </Section>
      </CardGrid>
      <Disclosure label="Where does this figure come from?">
        From the table of the program, read on the date beside it.
      </Disclosure>
      <Row>
        <Button kind="primary" iconAfter="forward">
          Continue
        </Button>
        <Button icon="back">Back</Button>
        <Button kind="quiet">Skip for now</Button>
        <Button kind="danger" icon="delete">
          Destroy
        </Button>
        <Button kind="primary" busy>
          Saving
        </Button>
        <Button disabled>Not yet</Button>
      </Row>
    </>
  )
}

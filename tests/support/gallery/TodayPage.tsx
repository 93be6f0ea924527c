/** A screen as it might be: what is next, the money, the month. */
import { Amount } from '#ui/parts/Amount.tsx'
import { BudgetBar } from '#ui/parts/BudgetBar.tsx'
import { Button } from '#ui/parts/Button.tsx'
import { KeyValueList } from '#ui/parts/KeyValueList.tsx'
import { Link } from '#ui/parts/Link.tsx'
import { Notice } from '#ui/parts/Notice.tsx'
import { PageHeader } from '#ui/parts/PageHeader.tsx'
import { CardGrid, Section, Stack } from '#ui/parts/Section.tsx'
import { StatusTag, Tag } from '#ui/parts/StatusTag.tsx'

export function TodayPage() {
  return (
    <>
      <PageHeader
        above="Month 4 of 12 · support ends 26 September"
        title="Good evening, Jo"
        intro="Three entries wait to be sorted; everything else is in order."
        actions={
          <Button kind="primary" iconAfter="forward">
            Sort 3 entries
          </Button>
        }
      />
      <CardGrid>
        <Section card title="Money now">
          <Amount cents={1_284_050} size="huge" />
          <p>
            Budgeted to pay until the end: <Amount cents={1_102_500} strong />
          </p>
          <BudgetBar label="This month" budgetCents={215_000} spentCents={148_000} plannedCents={42_000} />
        </Section>
        <Section card title="November">
          <KeyValueList
            figures
            items={[
              {
                key: 'Rent',
                value: (
                  <Tag tone="ok" icon="ok">
                    Paid
                  </Tag>
                ),
              },
              {
                key: 'Monthly support',
                value: (
                  <Tag tone="warn" icon="clock">
                    Due on the 28th
                  </Tag>
                ),
              },
              { key: 'Minimum', value: <StatusTag status="checked" /> },
              { key: 'Bank statement', value: <Amount cents={0} kind="difference" /> },
            ]}
          />
        </Section>
        <Section card title="To do">
          <Stack gap="small">
            <Link onPress={() => undefined}>3 entries to sort</Link>
            <Link onPress={() => undefined}>2 receipts missing</Link>
            <Link onPress={() => undefined}>1 figure to check</Link>
          </Stack>
        </Section>
      </CardGrid>
      <Notice
        kind="warn"
        title="The recovery sheet is not proven yet"
        actions={<Button size="small">Prove it now</Button>}
      >
        Until its last characters were typed once, nobody knows whether the printed sheet works.
      </Notice>
    </>
  )
}

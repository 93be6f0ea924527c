/** A thing as its form holds it, with what a gift is worth. */
import { type HouseholdItem, householdItem, mayHaveValue } from '#domain/household-item.ts'
import type { Cents } from '#domain/money.ts'
import type { GiftValue, ThingFields } from '#state/commands/household-list.ts'

export interface ThingDraft extends ThingFields {
  readonly cents: Cents | null
  readonly basis: string
}

export function thingToDraft(of: HouseholdItem | null, worth: GiftValue | null): ThingDraft {
  const { name, room, line, quantity, state, source, condition, newOnly, assigned, stop } =
    of ?? householdItem.defaults
  const { delivery, note } = of ?? householdItem.defaults
  const fields = { name, room, line, quantity, state, source, condition, newOnly, assigned, stop }
  return { ...fields, delivery, note, cents: worth?.cents ?? null, basis: worth?.basis ?? '' }
}

export function draftToThing(
  { cents, basis, ...fields }: ThingDraft,
  of: HouseholdItem | null,
  worth: GiftValue | null,
): { readonly fields: Partial<ThingFields>; readonly value: GiftValue | null | undefined } {
  const wanted = mayHaveValue(fields) && cents !== null ? { cents, basis: basis.trim() } : null
  const same = wanted?.cents === worth?.cents && (wanted?.basis ?? '') === (worth?.basis ?? '')
  const trimmed = {
    ...fields,
    name: fields.name.trim(),
    note: fields.note.trim(),
    delivery: fields.delivery.trim(),
  }
  const was = new Map(Object.entries(of ?? {}))
  return {
    fields: Object.fromEntries(
      Object.entries(trimmed).filter(([name, value]) => of === null || was.get(name) !== value),
    ),
    value: same ? undefined : wanted,
  }
}

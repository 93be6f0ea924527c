/** Whether this laptop can read Care. Where it cannot, screens say that a thing is kept there and ask for none of it. */
import { useGroup } from './group-context.tsx'

export function useHasCare(): boolean {
  const { vault } = useGroup()
  return vault.identity.compartments.some(({ kind, readable }) => kind === 'care' && readable)
}

/** Whether this laptop can read Care. Where it cannot, screens say that a thing is kept there and ask for none of it. */
import { useCanRead } from './group-context.tsx'

export const useHasCare = (): boolean => useCanRead('care')

/** Whether amounts are covered; the shell's one key sets it, and `useWords()` heeds it. */
import { createContext, use } from 'react'

export const AmountsHiddenContext = createContext(false)
export const useAmountsHidden = (): boolean => use(AmountsHiddenContext)

export const WORLD_NAME: string
export const BINDING_NAME: string
export const DELIVER_NAME: string
export function worldSources(
  secret: string,
  preload: string,
): { readonly page: string; readonly isolated: string }

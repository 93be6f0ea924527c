export function isOnPath(command: string): boolean

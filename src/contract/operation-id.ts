/**
 * Operation ids carry the time of their making, so that a retry can tell whether the Journal's tail reaches
 * back far enough: `op-<base 36 milliseconds>-<random>`. Ids of any other form are legal; they cost one more read.
 */
const PATTERN = /^op-([0-9a-z]{8,9})-[0-9a-zA-Z]{8,}$/;

/** @param random at least eight letters or digits */
export function makeOperationId(epochMs: number, random: string): string {
  return `op-${epochMs.toString(36)}-${random}`;
}

/** Epoch milliseconds of the id's making by its maker's clock; null when the id does not tell. */
export function operationTime(operationId: string): number | null {
  const match = PATTERN.exec(operationId);
  return match === null ? null : parseInt(match[1] as string, 36);
}

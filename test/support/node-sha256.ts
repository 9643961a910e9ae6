/** Node's own SHA-256 in place of src/domain/sha256, for tests that hash by the hundred thousand. */
import { createHash } from 'node:crypto';

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

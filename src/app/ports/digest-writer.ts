/** Words a reminder mail. */
import type { DigestContent } from './outbox';
import type { Mail } from './services';

export interface DigestWriter {
  write(recipient: string, content: DigestContent): Mail;
}

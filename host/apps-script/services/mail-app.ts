import { dailyQuota, type SentMail } from '../host-state';
import type { ServiceContext } from '../service-context';
import { ServiceError, serviceObject, type ServiceObject } from '../wire';
import { badArguments, objectArgument } from './arguments';

const RECIPIENTS_PER_DAY = { consumer: 100, workspace: 1500 };
const BODY_BYTES = { consumer: 200 * 1024, workspace: 400 * 1024 };
const RECIPIENTS_PER_MAIL = 50;

export function createMailApp(context: ServiceContext): ServiceObject {
  const from = context.effectiveUser;
  const kind = context.account(from).kind ?? 'consumer';
  const quota = dailyQuota(context.state, `mail:${from}`, RECIPIENTS_PER_DAY[kind], context.now);
  const send = (mail: Draft): void => {
    const recipients = [mail.to, mail.cc, mail.bcc].flatMap(addressesIn);
    if (recipients.length === 0) throw new ServiceError('Failed to send email: no recipient');
    for (const address of recipients) if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address)) throw new ServiceError(`Invalid email: ${address}`);
    if (recipients.length > RECIPIENTS_PER_MAIL) throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
    if (Math.max(bytesOf(mail.text), bytesOf(mail.html ?? '')) > BODY_BYTES[kind]) throw new ServiceError('Limit Exceeded: Email Body Size.');
    if (recipients.length > quota.remaining()) throw new ServiceError('Service invoked too many times for one day: email.');
    quota.spend(recipients.length);
    context.state.outbox.push({ ...mail, from, at: new Date(context.now()).toISOString() });
    context.changed('quotas');
    context.changed('outbox');
  };
  return serviceObject({
    type: 'MailApp',
    service: 'MailApp',
    members: {
      sendEmail: (...args) => { send(draftOf(args)); },
      getRemainingDailyQuota: () => quota.remaining(),
    },
  });
}

type Draft = Omit<SentMail, 'from' | 'at'>;

/** The four forms of MailApp.sendEmail. */
function draftOf(args: readonly unknown[]): Draft {
  const [first, second, third, fourth] = args;
  if (args.length === 1) return draftFromMessage(objectArgument(args, 0, 'MailApp.sendEmail'));
  if (typeof first !== 'string' || typeof second !== 'string' || typeof third !== 'string') throw badArguments(args, 'MailApp.sendEmail');
  if (typeof fourth === 'string') return draftFromMessage({ to: first, replyTo: second, subject: third, body: fourth });
  const options = fourth === undefined ? {} : objectArgument(args, 3, 'MailApp.sendEmail');
  return draftFromMessage({ ...options, to: first, subject: second, body: third });
}

function draftFromMessage(message: Readonly<Record<string, unknown>>): Draft {
  for (const unsupported of ['attachments', 'inlineImages']) {
    if (message[unsupported] !== undefined) throw new ServiceError(`Not emulated: MailApp.sendEmail ${unsupported}`, 'NotEmulated');
  }
  const text = (key: string): string | undefined => (message[key] === undefined || message[key] === null ? undefined : String(message[key]));
  const optional = Object.fromEntries((['name', 'cc', 'bcc', 'replyTo'] as const).flatMap((key) => {
    const value = text(key);
    return value === undefined ? [] : [[key, value]];
  }));
  return { to: text('to') ?? '', subject: text('subject') ?? '', text: text('body') ?? '', html: text('htmlBody') ?? null, ...optional };
}

/** `Name <a@b>` counts as a@b. */
function addressesIn(list: string | undefined): readonly string[] {
  if (list === undefined) return [];
  return list.split(',').map((part) => /<([^<>]*)>\s*$/.exec(part)?.[1] ?? part).map((part) => part.trim()).filter((part) => part !== '');
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

import { toHalfWidth } from './text';

export type CheckedEmail = { readonly ok: true; readonly normalised: string } | { readonly ok: false };

/**
 * Says whether mail could be sent there, not whether the mailbox exists. Full-width characters (＠, 。) become plain and the
 * domain small; the part before the @ keeps its case. Domains may be in any script. Quoted local parts are refused.
 */
export function checkEmail(text: string): CheckedEmail {
  const typed = toHalfWidth(text).trim();
  if (typed.length > 254) return { ok: false };
  const at = typed.indexOf('@');
  const local = typed.slice(0, at);
  const domain = typed.slice(at + 1).replace(/。/g, '.').toLowerCase();
  if (at < 1 || at > 64 || !isLocalPart(local) || !isDomain(domain)) return { ok: false };
  return { ok: true, normalised: `${local}@${domain}` };
}

function isLocalPart(local: string): boolean {
  return /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels[labels.length - 1] ?? '';
  return labels.length >= 2 && labels.every(isLabel) && top.length >= 2 && !/^\d+$/.test(top);
}

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[\p{L}\p{N}-]+$/u.test(label) && !label.startsWith('-') && !label.endsWith('-');
}

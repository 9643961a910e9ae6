/** The reminder of customers whose record is due for review: one mail, counts first, the most urgent on top. */
import type { DigestWriter } from '../app/ports/digest-writer';
import type { DigestContent, DigestItem } from '../app/ports/outbox';
import type { Mail } from '../app/ports/services';
import { CUSTOMER_FIELDS } from '../domain/entities/customer';
import type { Language } from '../domain/language';
import { daysBetween } from '../domain/plain-date';
import { html } from './html';
import { DIGEST_TEXTS, type DigestTexts } from './digest-texts';

export const reviewDigest: DigestWriter = {
  write: (recipient, content): Mail => {
    const texts = DIGEST_TEXTS[content.language];
    return { to: recipient, subject: texts.subject(content.total, content.date), text: textOf(texts, content), html: htmlOf(texts, content) };
  },
};

function textOf(texts: DigestTexts, content: DigestContent): string {
  const lines = content.items.map((item) => `- ${item.title} (${tierLabel(item, content.language)}) ${overdue(texts, item, content.date)} ${item.id}\n  ${item.link}`);
  return [texts.intro(content.total), '', ...lines, ...more(texts, content), '', texts.howTo, texts.why].join('\n');
}

function htmlOf(texts: DigestTexts, content: DigestContent): string {
  const rows = content.items.map((item) => html`<tr><td style="padding:6px 12px 6px 0"><a href="${item.link}">${item.title}</a></td><td style="padding:6px 12px 6px 0">${tierLabel(item, content.language)}</td><td style="padding:6px 12px 6px 0">${overdue(texts, item, content.date)}</td><td style="padding:6px 0;color:#5f6368">${item.id}</td></tr>`);
  const rest = more(texts, content).map((line) => html`<p>${line}</p>`);
  return html`<div style="font-family:Arial,'PingFang SC','Microsoft YaHei',sans-serif;font-size:14px;color:#202124"><p>${texts.intro(content.total)}</p><table style="border-collapse:collapse">${rows}</table>${rest}<p>${texts.howTo}</p><p style="color:#5f6368;font-size:12px">${texts.why}</p></div>`.html;
}

function more(texts: DigestTexts, content: DigestContent): readonly string[] {
  const left = content.total - content.items.length;
  return left > 0 ? [texts.more(left)] : [];
}

function overdue(texts: DigestTexts, item: DigestItem, date: string): string {
  return texts.overdue(item.dueOn, daysBetween(item.dueOn, date));
}

function tierLabel(item: DigestItem, language: Language): string {
  const { options } = CUSTOMER_FIELDS.tier;
  return item.tier in options ? options[item.tier as keyof typeof options][language] : item.tier;
}

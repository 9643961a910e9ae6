import type { DigestContent, DigestItem } from '../../src/app/ports/outbox';
import { html } from '../../src/mail/html';
import { reviewDigest } from '../../src/mail/review-digest';

const ITEM: DigestItem = { id: 'C-0123456789', title: '王小明', tier: 'vip', dueOn: '2026-11-20', link: 'https://example.com/#gid=1&range=A2' };

function content(over: Partial<DigestContent> = {}): DigestContent {
  return { language: 'zh-CN', date: '2026-11-22', total: 1, items: [ITEM], ...over };
}

test('a digest tells who is due since when, with the id and a link, in both forms', () => {
  const mail = reviewDigest.write('sales@example.com', content());

  expect(mail).toMatchObject({ to: 'sales@example.com', subject: '客户资料复核提醒：1 位客户（2026-11-22）' });
  for (const body of [mail.text, mail.html]) expect(body).toEqual(expect.stringContaining('已过期 2 天（2026-11-20）'));
  expect(mail.text).toContain('C-0123456789');
  expect(mail.html).toContain('href="https://example.com/#gid=1&amp;range=A2"');
});

test.each`
  dueOn           | words
  ${'2026-11-22'} | ${'due today'}
  ${'2026-11-21'} | ${'1 day overdue'}
  ${'2026-11-19'} | ${'3 days overdue'}
`('due on $dueOn reads $words in English', ({ dueOn, words }) => {
  expect(reviewDigest.write('a@b.cn', content({ language: 'en', items: [{ ...ITEM, dueOn }] })).text).toContain(words);
});

test('what does not fit is counted', () => {
  expect(reviewDigest.write('a@b.cn', content({ language: 'en', total: 60 })).text).toContain('59 more are due');
});

test('a name never becomes markup', () => {
  const mail = reviewDigest.write('a@b.cn', content({ items: [{ ...ITEM, title: '<img src=x onerror=alert(1)>"\'&', link: '"><script>' }] }));

  expect(mail.html).not.toMatch(/<img|<script/);
  expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  expect(mail.text).toContain('<img src=x onerror=alert(1)>"\'&');
});

test('only what the tag itself made is not escaped again', () => {
  expect(html`<b>${[html`<i>${'<'}</i>`, html`${1}`]}</b>`.html).toBe('<b><i>&lt;</i>1</b>');
});

import fc from 'fast-check';
import { checkEmail } from '../../src/domain/email';

test.each([
  ['wang@example.com', 'wang@example.com'],
  ['  Wang.XM@Example.COM\n', 'Wang.XM@example.com'],
  ['王小明@例子.中国', '王小明@例子.中国'],
  ['wang＠example．com', 'wang@example.com'],
  ['wang@example。com', 'wang@example.com'],
  ["o'brien+tag@mail.example.co.uk", "o'brien+tag@mail.example.co.uk"],
  ['12345678@qq.com', '12345678@qq.com'],
  ['a@b.cn', 'a@b.cn'],
  ['a@xn--fiqs8s.xn--fiqs8s', 'a@xn--fiqs8s.xn--fiqs8s'],
  [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
])('%j is stored as %j', (typed, normalised) => {
  expect(checkEmail(typed)).toEqual({ ok: true, normalised });
});

test.each([
  '', '@', 'wang', 'wang@', '@example.com', 'wang@example', 'wang@@example.com', 'a@b@example.com', 'wang xm@example.com',
  'wang@exam ple.com', 'wang@.com', 'wang@example..com', 'wang@example.com.', '.wang@example.com', 'wang.@example.com',
  'wa..ng@example.com', 'wang@-example.com', 'wang@example-.com', 'wang@example.c', 'wang@127.0.0.1', 'wang@[127.0.0.1]',
  'a@example.com,b@example.com', 'a@example.com;b@example.com', 'Wang <wang@example.com>', '"a b"@example.com',
  'wang\n@example.com', 'wang@example.com\nBcc: x@example.com', 'mailto:wang@example.com', '<script>@example.com',
  `${'a'.repeat(65)}@example.com`, `a@${'b'.repeat(64)}.com`, `a@${'bbbbbbbbb.'.repeat(26)}com`,
])('%j is refused', (typed) => {
  expect(checkEmail(typed)).toEqual({ ok: false });
});

test('what it gives passes again unchanged', () => {
  const passing = fc.emailAddress().filter((mail) => checkEmail(mail).ok);
  fc.assert(fc.property(passing, (mail) => {
    const checked = checkEmail(mail);

    expect(checked.ok && checkEmail(checked.normalised)).toEqual(checked);
  }), { seed: 1 });
});

test('answers at once on hostile lengths', () => {
  for (const hostile of ['a.'.repeat(100_000), `${'a'.repeat(60)}@${'a-'.repeat(100_000)}`, '@'.repeat(200_000), ' '.repeat(200_000)]) {
    const before = performance.now();

    expect(checkEmail(hostile).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
  }
});

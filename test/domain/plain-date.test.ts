import fc from 'fast-check';
import {
  addDays, addMonths, compareDates, daysBetween, fromSerial, isPlainDate, parsePlainDate, todayFrom, toSerial, weekday,
} from '../../src/domain/plain-date';

const DAY_MS = 86_400_000;
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);

/** The oracle: the same civil date by the engine's own UTC calendar. */
const utcDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const utcMs = (date: string) => Date.parse(`${date}T00:00:00Z`);

const anySerial = fc.integer({ min: 2, max: (Date.UTC(2100, 11, 31) - SERIAL_ZERO_MS) / DAY_MS });
const many = { numRuns: 10_000, seed: 20240605 };

describe('isPlainDate', () => {
  test.each([
    '1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29', '2024-04-30', '2024-12-31',
  ])('accepts %s', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  test.each([
    '1899-12-31', '2200-01-01', '2023-02-29', '1900-02-29', '2100-02-29', '2024-02-30', '2024-04-31', '2024-00-10',
    '2024-13-01', '2024-01-00', '2024-1-1', '2024/01/01', '20240101', ' 2024-01-01', '2024-01-01\n', '2024-01-01T00:00', '',
    '２０２４-01-01',
  ])('refuses %j', (text) => {
    expect(isPlainDate(text)).toBe(false);
  });
});

describe('parsePlainDate', () => {
  test.each([
    '2024-6-5', '2024-06-05', '2024/6/5', '2024/06/5', '2024.6.5', '2024年6月5日', '2024年06月05号', '2024 年 6 月 5 日',
    '20240605', '２０２４－６－５', '２０２４年６月５日', '２０２４０６０５', '  2024-6-5\u3000',
  ])('reads %j as 5 June 2024', (typed) => {
    expect(parsePlainDate(typed)).toBe('2024-06-05');
  });

  test.each([
    '5/6/2024', '05.06.2024', '6-5-24', '24-6-5', '2024-6/5', '2024.6-5', '2024-6', '2024年6月', '2024 6 5', '2024605',
    '202406050', '2024-6-5 12:00', '2023-2-29', '2024-13-1', '2024-6-31', '20241301', '1899-12-31', '2200-1-1',
    'June 5, 2024', '45448', '=TODAY()', '', '2024-006-05',
  ])('refuses %j', (typed) => {
    expect(parsePlainDate(typed)).toBeNull();
  });

  test('agrees with the calendar on every eight-digit number of a leap year and of a common one', () => {
    const wrong: string[] = [];
    for (const year of [2023, 2024]) {
      for (let rest = 0; rest <= 1399; rest++) {
        const digits = `${year}${String(rest).padStart(4, '0')}`;
        const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
        const ms = utcMs(iso);
        const expected = !Number.isNaN(ms) && utcDay(ms) === iso ? iso : null;
        if (parsePlainDate(digits) !== expected) wrong.push(digits);
      }
    }

    expect(wrong).toEqual([]);
  });
});

describe('serial numbers', () => {
  test.each([
    [2, '1900-01-01'], [60, '1900-02-28'], [61, '1900-03-01'], [25_569, '1970-01-01'], [36_585, '2000-02-29'],
    [45_351, '2024-02-29'], [45_448, '2024-06-05'], [73_050, '2099-12-31'], [109_574, '2199-12-31'],
  ])('%d is %s', (serial, date) => {
    expect(fromSerial(serial)).toBe(date);
    expect(toSerial(date)).toBe(serial);
  });

  test('cut off the time of day', () => {
    expect(fromSerial(45_448.999_988)).toBe('2024-06-05');
  });

  test.each([1.99, 0, -1, 109_575, Infinity, NaN])('%d is no date of ours', (serial) => {
    expect(fromSerial(serial)).toBeNull();
  });

  test('agree with UTC arithmetic and convert back', () => {
    fc.assert(fc.property(anySerial, (serial) => {
      const date = utcDay(SERIAL_ZERO_MS + serial * DAY_MS);

      expect(fromSerial(serial)).toBe(date);
      expect(toSerial(date)).toBe(serial);
      expect(weekday(date)).toBe(new Date(utcMs(date)).getUTCDay() || 7);
    }), many);
  });

  test.each(['2023-02-29', '2024-6-5', ''])('toSerial throws on %j', (text) => {
    expect(() => toSerial(text)).toThrow(RangeError);
  });
});

describe('addMonths', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2024-01-31', 3, '2024-04-30'],
    ['2024-01-31', 6, '2024-07-31'], ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'], ['2024-12-31', 2, '2025-02-28'], ['2024-01-15', -1, '2023-12-15'],
    ['2024-01-15', -13, '2022-12-15'], ['2024-05-31', 0, '2024-05-31'], ['2199-12-31', 1, '2199-12-31'],
    ['1900-01-15', -1, '1900-01-01'],
  ])('%s + %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test('agrees with UTC arithmetic clamped to the last day of the month', () => {
    fc.assert(fc.property(anySerial, fc.integer({ min: -240, max: 240 }), (serial, months) => {
      const date = utcDay(SERIAL_ZERO_MS + serial * DAY_MS);
      const from = new Date(utcMs(date));
      const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
      const expected = new Date(Date.UTC(
        from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), lastDay.getUTCDate())));
      fc.pre(expected.getUTCFullYear() >= 1900);

      expect(addMonths(date, months)).toBe(expected.toISOString().slice(0, 10));
    }), many);
  });
});

describe('days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'], ['2023-02-28', 1, '2023-03-01'], ['2024-12-31', 1, '2025-01-01'],
    ['2024-03-01', -1, '2024-02-29'], ['2199-12-31', 1, '2199-12-31'], ['1900-01-01', -1, '1900-01-01'],
  ])('%s + %d days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test('addDays, daysBetween and compareDates agree with UTC arithmetic', () => {
    fc.assert(fc.property(anySerial, anySerial, (a, b) => {
      const from = utcDay(SERIAL_ZERO_MS + a * DAY_MS);
      const to = utcDay(SERIAL_ZERO_MS + b * DAY_MS);

      expect(daysBetween(from, to)).toBe((utcMs(to) - utcMs(from)) / DAY_MS);
      expect(addDays(from, b - a)).toBe(to);
      expect(compareDates(from, to)).toBe(Math.sign(a - b));
    }), many);
  });
});

describe('todayFrom', () => {
  test.each([
    ['2024-06-04T16:00:00Z', 480, '2024-06-05'], ['2024-06-04T15:59:59.999Z', 480, '2024-06-04'],
    ['2024-06-05T03:59:00Z', -240, '2024-06-04'], ['2024-06-05T04:00:00Z', -240, '2024-06-05'],
    ['2024-12-31T18:15:00Z', 345, '2025-01-01'], ['1969-12-31T23:59:59Z', 0, '1969-12-31'],
  ])('%s at offset %d is %s', (instant, offset, expected) => {
    expect(todayFrom(Date.parse(instant), offset)).toBe(expected);
  });
});

test.each([['2024-06-03', 1], ['2024-06-05', 3], ['2024-06-09', 7], ['1900-01-01', 1]])('%s is weekday %d', (date, day) => {
  expect(weekday(date)).toBe(day);
});

import fc from 'fast-check';
import { costOf, drawCost, NO_COST } from '../../../host/door/latency';

test.each`
  service                | method                                | cells     | rows    | mid
  ${'Sheets'}            | ${'spreadsheets.values.batchGet'}     | ${0}      | ${0}    | ${145}
  ${'Sheets'}            | ${'spreadsheets.values.batchGetByDataFilter'} | ${1000} | ${10} | ${148.56}
  ${'Sheets'}            | ${'spreadsheets.batchUpdate'}         | ${1000}   | ${10}   | ${200.28}
  ${'Sheets'}            | ${'spreadsheets.values.append'}       | ${0}      | ${0}    | ${185}
  ${'Sheets'}            | ${'spreadsheets.getByDataFilter'}     | ${0}      | ${0}    | ${300}
  ${'Sheets'}            | ${'spreadsheets.getByDataFilter'}     | ${400}    | ${0}    | ${146.4}
  ${'Sheets'}            | ${'spreadsheets.developerMetadata.search'} | ${0} | ${0}    | ${300}
  ${'SpreadsheetApp'}    | ${'getActive'}                        | ${0}      | ${0}    | ${0.3}
  ${'SpreadsheetApp'}    | ${'getName'}                          | ${0}      | ${0}    | ${140}
  ${'SpreadsheetApp'}    | ${'flush'}                            | ${0}      | ${0}    | ${100}
  ${'CacheService'}      | ${'getAll'}                           | ${0}      | ${0}    | ${20}
  ${'CacheService'}      | ${'putAll'}                           | ${0}      | ${0}    | ${57}
  ${'CacheService'}      | ${'removeAll'}                        | ${0}      | ${0}    | ${88}
  ${'CacheService'}      | ${'getScriptCache'}                   | ${0}      | ${0}    | ${0}
  ${'PropertiesService'} | ${'getProperties'}                    | ${0}      | ${0}    | ${32}
  ${'PropertiesService'} | ${'setProperties'}                    | ${0}      | ${0}    | ${63}
  ${'PropertiesService'} | ${'getDocumentProperties'}            | ${0}      | ${0}    | ${0}
  ${'LockService'}       | ${'tryLock'}                          | ${0}      | ${0}    | ${100}
  ${'LockService'}       | ${'releaseLock'}                      | ${0}      | ${0}    | ${0}
  ${'MailApp'}           | ${'sendEmail'}                        | ${0}      | ${0}    | ${700}
  ${'UrlFetchApp'}       | ${'fetch'}                            | ${0}      | ${0}    | ${300}
  ${'Utilities'}         | ${'getUuid'}                          | ${0}      | ${0}    | ${0}
`('$service.$method of $cells cells takes $mid ms on an ordinary day', ({ service, method, cells, rows, mid }) => {
  expect(costOf({ service, method, cells, rows }).mid).toBeCloseTo(mid, 6);
});

test('an unknown service costs nothing', () => {
  expect(costOf({ service: 'Else', method: 'x', cells: 9, rows: 9 })).toEqual(NO_COST);
});

test('a draw lies between the bounds and grows with its number; the median is mid', () => {
  const cost = { lo: 100, mid: 145, hi: 350 };

  expect([drawCost(cost, 0), drawCost(cost, 0.5), drawCost(cost, 1)]).toEqual([100, 145, 350]);
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
    expect(drawCost(cost, Math.min(a, b))).toBeLessThanOrEqual(drawCost(cost, Math.max(a, b)));
  }));
});

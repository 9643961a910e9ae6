import { summaryLine, totalsOf } from '../../scripts/run/totals.mjs';

const result = (numPassedTests: number, numFailedTests = 0, numRuntimeErrorTestSuites = 0) => ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests: 0 });
const OK = [{ name: 'types', ok: true }, { name: 'lint', ok: true }];
const LINT_FAILED = [{ name: 'types', ok: true }, { name: 'lint', ok: false }];

test.each`
  run                                    | jest             | checks         | line
  ${'all is well'}                       | ${result(12)}      | ${OK}          | ${'12 passed, 0 failed'}
  ${'tests fail'}                        | ${result(10, 2)}   | ${OK}          | ${'10 passed, 2 failed'}
  ${'a file of tests does not load'}     | ${result(10, 0, 1)} | ${OK}         | ${'10 passed, 1 failed'}
  ${'lint fails'}                        | ${result(12)}      | ${LINT_FAILED} | ${'12 passed, 1 failed'}
  ${'jest was killed'}                   | ${null}          | ${OK}          | ${'0 passed, 1 failed'}
  ${'no test was found'}                 | ${result(0)}       | ${OK}          | ${'0 passed, 1 failed'}
`('when $run, the last line is "$line"', ({ jest, checks, line }) => {
  expect(summaryLine(totalsOf(jest, checks))).toBe(line);
});

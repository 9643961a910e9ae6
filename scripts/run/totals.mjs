/** The one line that says how a run went. */

/**
 * @typedef {{readonly numPassedTests: number, readonly numFailedTests: number, readonly numRuntimeErrorTestSuites: number, readonly numPendingTests: number}} JestResult
 * @typedef {{readonly name: string, readonly ok: boolean}} Check
 * @typedef {{readonly passed: number, readonly failed: number, readonly skipped: number}} Totals
 */

/**
 * @param {JestResult | null} jest null when jest did not live to write its result
 * @param {readonly Check[]} checks types, lint … : one that fails counts as one failure
 * @returns {Totals} a run without a single test has failed
 */
export function totalsOf(jest, checks) {
  const failedChecks = checks.filter((check) => !check.ok).length;
  if (jest === null) return { passed: 0, failed: failedChecks + 1, skipped: 0 };
  const failedTests = jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  const empty = jest.numPassedTests + failedTests === 0 ? 1 : 0;
  return { passed: jest.numPassedTests, failed: failedTests + failedChecks + empty, skipped: jest.numPendingTests };
}

/** @param {Totals} totals */
export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

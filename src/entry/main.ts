/** The script's globals. Everything here can be called by anyone who has the sidebar open, so nothing trusts its arguments. */
import { runDailyJobs as runJobs } from '../app/run-daily-jobs';
import { createContext, JOB } from './context';
import { handleRequest, reportFault } from './handle-request';
import { JOBS } from './jobs';
import { addMenu, openSidebar } from './menu';

export { handleRequest };

/** Simple trigger: the file was opened. */
export function onOpen(): void {
  addMenu();
}

/** Not run on installs from the marketplace's site. */
export function onInstall(): void {
  addMenu();
}

export function showSidebar(): void {
  openSidebar();
}

/** The sidebar begins with set-up while the workbook has none. */
export function setUpWorkbook(): void {
  openSidebar();
}

/** Clock trigger, daily. A forged call only does what is due anyway. */
export function runDailyJobs(): void {
  const context = createContext(JOB, null, null);
  for (const { error } of runJobs(context, JOBS)) reportFault(error);
  context.archive.settle();
}

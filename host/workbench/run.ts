import { PlainError } from '../state/plain-error';
import { removeWorkbookFile } from '../state/workbook-file';
import { parseFlags } from './command-line';
import { DEMOS, demoName, loadDemo, type Demos } from './demos';
import { startWorkbench, type Workbench } from './server';

/** What the command line program takes from its surroundings. */
export interface ProgramOptions {
  readonly args: readonly string[];
  readonly distFolder: string;
  readonly pageFolder: string;
  readonly demos?: Demos;
  print(line: string): void;
  complain(line: string): void;
}

/**
 * Starts the workbench that the flags ask for and prints its one line. Null, after a complaint, for what a person can
 * put right: wrong flags, a broken file, a port in use.
 */
export async function runWorkbench({ args, distFolder, pageFolder, demos = DEMOS, print, complain }: ProgramOptions): Promise<Workbench | null> {
  try {
    const flags = parseFlags(args);
    // Somebody who names a file wants an archive of their own, unless they ask for a demo in it.
    const wantsDemo = flags.demo !== null || (!flags.empty && flags.workbook === null);
    const workbench = await startWorkbench({
      distFolder, pageFolder,
      demo: wantsDemo ? demoName(flags.demo, demos) : null,
      ...(flags.workbook === null ? {} : { file: flags.workbook }),
      ...(flags.port === null ? {} : { port: flags.port }),
      onFault: (fault) => complain(fault instanceof Error ? fault.stack ?? fault.message : String(fault)),
    });
    await fill(workbench, demos, flags.workbook);
    print(announcement(workbench, flags.json));
    return workbench;
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    complain(error.message);
    return null;
  }
}

/**
 * A workbook from a file stays as it is, unless a host was killed while it loaded a demo there: then that is done again.
 * A new workbook whose demo fails leaves neither a host nor a half-filled file behind.
 */
async function fill(workbench: Workbench, demos: Demos, file: string | null): Promise<void> {
  const { host, isNew } = workbench;
  const demo = host.unfinishedDemo();
  if (demo === null) return;
  try {
    await loadDemo(demo, workbench, demos);
    await host.finishDemo();
    host.door.clearTrace();
  } catch (error) {
    await workbench.close();
    if (isNew && file !== null) removeWorkbookFile(file);
    throw error;
  }
}

function announcement({ url, sidebarUrl, spreadsheetId }: Workbench, asJson: boolean): string {
  return asJson ? JSON.stringify({ url, spreadsheetId, sidebarUrl }) : `Guidang is open at ${url} (spreadsheet ${spreadsheetId})`;
}

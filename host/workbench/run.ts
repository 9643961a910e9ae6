import { PlainError } from '../state/plain-error';
import { parseFlags } from './command-line';
import { demoNamed, type LoadDemo } from './demos';
import { startWorkbench, type Workbench } from './server';

/** What the command line program takes from its surroundings. */
export interface ProgramOptions {
  readonly args: readonly string[];
  readonly distFolder: string;
  readonly pageFolder: string;
  readonly demos?: Readonly<Record<string, LoadDemo>>;
  print(line: string): void;
  complain(line: string): void;
}

/**
 * Starts the workbench that the flags ask for and prints its one line. Null, after a complaint, for what a person can
 * put right: wrong flags, a broken file, a port in use.
 */
export async function runWorkbench({ args, distFolder, pageFolder, demos, print, complain }: ProgramOptions): Promise<Workbench | null> {
  try {
    const flags = parseFlags(args);
    const demo = flags.empty ? null : demoNamed(flags.demo, demos);
    const workbench = await startWorkbench({
      distFolder, pageFolder,
      ...(flags.workbook === null ? {} : { file: flags.workbook }),
      ...(flags.port === null ? {} : { port: flags.port }),
      onFault: (fault) => complain(fault instanceof Error ? fault.stack ?? fault.message : String(fault)),
    });
    await fill(workbench, demo);
    print(announcement(workbench, flags.json));
    return workbench;
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    complain(error.message);
    return null;
  }
}

/** A workbook from a file stays as it is. A demo that fails leaves no half-filled host behind. */
async function fill(workbench: Workbench, demo: LoadDemo | null): Promise<void> {
  if (demo === null || !workbench.isNew) return;
  try {
    await demo(workbench);
  } catch (error) {
    await workbench.close();
    throw error;
  }
}

function announcement({ url, sidebarUrl, spreadsheetId }: Workbench, asJson: boolean): string {
  return asJson ? JSON.stringify({ url, spreadsheetId, sidebarUrl }) : `Guidang is open at ${url} (spreadsheet ${spreadsheetId})`;
}

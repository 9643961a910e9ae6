/** A host in a process of its own, for tests that kill it. Options come as JSON, the address leaves as one JSON line. */
import { startWorkbench, type WorkbenchOptions } from '../../../host/workbench/server';

async function main(): Promise<void> {
  const { url, spreadsheetId } = await startWorkbench(JSON.parse(process.argv[2]!) as WorkbenchOptions);
  process.stdout.write(`${JSON.stringify({ url, spreadsheetId })}\n`);
}

void main();

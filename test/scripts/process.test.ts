import { endAll, runNode } from '../../scripts/run/process.mjs';

const cwd = process.cwd();

test('output and exit code come back', async () => {
  const { code, output } = await runNode(['-e', 'console.log("out"); console.error("err"); process.exit(3)'], { cwd, collect: true });

  expect(code).toBe(3);
  expect(output).toContain('out');
  expect(output).toContain('err');
});

test('ending all takes the children of the children along', async () => {
  const waitForEver = 'setInterval(() => {}, 1000)';
  const run = runNode(['-e', `require("child_process").spawn(process.execPath, ["-e", "${waitForEver}"], { stdio: "inherit" }); ${waitForEver}`], { cwd, collect: true });
  await new Promise((resolve) => setTimeout(resolve, 300));

  endAll('SIGKILL');

  // The grandchild holds the pipe too: the run would never be over while it lives.
  expect((await run).code).toBe(1);
});

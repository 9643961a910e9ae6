/**
 * Every function of the script that Google can call. Anybody with the sidebar open can call each of them from
 * the browser's console, so each must be safe to be called by a stranger to the code (ARCHITECTURE.md).
 */
export const GLOBALS = /** @type {const} */ ([
  'handleRequest',
  'onInstall',
  'onOpen',
  'runDailyJobs',
  'setUpWorkbook',
  'showSidebar',
]);

/** What the bundle adds to the global object besides the functions: esbuild's namespace and zod's settings. */
export const NAMESPACES = /** @type {const} */ (['Guidang', '__zod_globalConfig']);

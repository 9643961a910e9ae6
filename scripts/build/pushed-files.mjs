/** Everything that dist/ holds, and so everything that goes to Google. */
export const PUSHED_FILES = /** @type {const} */ (['Code.js', 'appsscript.json', 'sidebar-en.html', 'sidebar-zh-CN.html']);

const { transformSync } = require('esbuild');

/** Jest transform: TypeScript and ES modules to CommonJS by esbuild, nothing else. */
module.exports = {
  process(source, filename) {
    const loader = filename.endsWith('x') ? 'tsx' : /\.[cm]?ts$/.test(filename) ? 'ts' : 'js';
    return transformSync(source, { loader, format: 'cjs', target: 'node20', jsx: 'automatic', jsxImportSource: 'preact', sourcemap: 'inline', sourcefile: filename });
  },
};

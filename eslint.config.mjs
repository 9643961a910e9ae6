import js from '@eslint/js';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import tseslint from 'typescript-eslint';

/** Packages a layer may import besides its own project's references. */
const onlyPackages = (...allowed) => ({
  'no-restricted-imports': ['error', {
    patterns: [{ regex: `^(?!\\.|(${allowed.join('|') || 'none'})$)`, message: 'This layer may not import that package (ARCHITECTURE.md).' }],
  }],
});

const noClockNoChance = {
  'no-restricted-globals': ['error', ...['Date', 'console', 'setTimeout'].map((name) => ({ name, message: 'Ask a port (src/app/ports).' }))],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Ask the Entropy port.' }],
};

/** A later block that sets the same rule replaces it, so it repeats these. */
const EVERYWHERE = [
  { selector: 'ImportDeclaration[source.value="zod"]', message: "import * as z from 'zod/mini'" },
  { selector: 'ImportDeclaration[source.value="zod/mini"] > ImportSpecifier[imported.name="z"]', message: "import * as z from 'zod/mini': the named z pulls in every locale" },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text as JSX children only.' },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'build', '.types', 'test/fixtures'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/triple-slash-reference': ['error', { path: 'never', types: 'never', lib: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...EVERYWHERE],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, { selector: ':function[async=true]', message: 'Apps Script calls block; no async in src.' }] } },
  { files: ['src/domain/**/*.ts'], rules: { ...onlyPackages('libphonenumber-js/.*', 'pinyin-match.*', '@noble/hashes/.*'), ...noClockNoChance } },
  { files: ['src/contract/**/*.ts'], rules: { ...onlyPackages('zod/mini'), ...noClockNoChance } },
  { files: ['src/app/**/*.ts', 'src/sheets/**/*.ts'], rules: { ...onlyPackages('@noble/hashes/.*'), ...noClockNoChance } },
  { files: ['sidebar/**/*.ts', 'sidebar/**/*.tsx', 'host/page/**/*.ts'], plugins: { 'no-unsanitized': noUnsanitized }, rules: { 'no-unsanitized/method': 'error', 'no-unsanitized/property': 'error' } },
  { files: ['**/*.cjs', '**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', require: 'readonly', module: 'writable', __dirname: 'readonly', URL: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', Buffer: 'readonly' } }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
);

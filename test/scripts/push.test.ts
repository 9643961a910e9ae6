import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBoundScript } from '../../scripts/push/create.mjs';
import { PUSHED_FILES } from '../../scripts/build/pushed-files.mjs';
import { findMissing } from '../../scripts/push/preconditions.mjs';
import { projectFile, scriptIdIn } from '../../scripts/push/project-file.mjs';

const READY = { projectFile: projectFile('1script'), loggedIn: true, dist: [...PUSHED_FILES] };

describe('before a push', () => {
  test('nothing is missing when project, login and build are there', () => {
    expect(findMissing(READY)).toEqual([]);
  });

  test.each([
    ['the login', { ...READY, loggedIn: false }, /login/],
    ['the project file', { ...READY, projectFile: null }, /npm run create/],
    ['the script id', { ...READY, projectFile: projectFile('') }, /npm run create/],
    ['the build', { ...READY, dist: [] }, /Code\.js.*npm run build/],
    ['one page', { ...READY, dist: PUSHED_FILES.filter((name) => name !== 'sidebar-en.html') }, /lacks sidebar-en\.html: /],
  ])('%s is missing: one sentence says so and what to do', (_, found, sentence) => {
    expect(findMissing(found)).toEqual([expect.stringMatching(sentence)]);
  });

  test('everything that is missing is said at once', () => {
    expect(findMissing({ projectFile: null, loggedIn: false, dist: [] })).toHaveLength(3);
  });
});

describe('making a bound script', () => {
  let root = '';
  beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'guidang-test-')); });
  afterEach(() => rmSync(root, { recursive: true }));

  test('clasp works in a folder of its own and only the id comes back', () => {
    writeFileSync(join(root, '.clasp.json'), projectFile(''));
    let folder = '';

    const id = createBoundScript(root, (args, cwd) => {
      folder = cwd;
      expect(args).toEqual(expect.arrayContaining(['create-script', '--type', 'sheets']));
      writeFileSync(join(cwd, '.clasp.json'), '{"scriptId":"1new","rootDir":"","parentId":["1book"]}');
      writeFileSync(join(cwd, 'appsscript.json'), '{}');
      return 0;
    });

    expect(id).toBe('1new');
    expect(scriptIdIn(readFileSync(join(root, '.clasp.json'), 'utf8'))).toBe('1new');
    expect(readdirSync(root)).toEqual(['.clasp.json']);
    expect(existsSync(folder)).toBe(false);
  });

  test('a folder that has a script already is refused, and clasp not even started', () => {
    const clasp = jest.fn();
    writeFileSync(join(root, '.clasp.json'), projectFile('1old'));

    expect(() => createBoundScript(root, clasp)).toThrow('1old already');
    expect(clasp).not.toHaveBeenCalled();
  });

  test('a clasp that fails leaves no file and no id', () => {
    expect(() => createBoundScript(root, () => 1)).toThrow('clasp made no script');
    expect(readdirSync(root)).toEqual([]);
  });
});

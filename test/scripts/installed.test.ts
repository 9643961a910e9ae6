import { findOutdated } from '../../scripts/run/installed.mjs';

const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-win32': { version: '2.0.0', optional: true } } };

test.each`
  state                                      | installed                                                                                  | outdated
  ${'nothing is installed'}                  | ${null}                                                                                    | ${['node_modules/a']}
  ${'everything is there'}                   | ${{ packages: { 'node_modules/a': { version: '1.0.0' } } }}                                | ${[]}
  ${'another version is there'}              | ${{ packages: { 'node_modules/a': { version: '1.0.1' } } }}                                | ${['node_modules/a']}
  ${'an optional package is of another version'} | ${{ packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-win32': { version: '1.9.0' } } }} | ${['node_modules/b-win32']}
  ${'more than asked for is there'}          | ${{ packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '3.0.0' } } }} | ${[]}
`('when $state, $outdated is to be installed', ({ installed, outdated }) => {
  expect(findOutdated(lock, installed)).toEqual(outdated);
});

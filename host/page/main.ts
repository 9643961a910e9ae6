import type { Person } from '../wire/doors';
import { createApi } from './api';
import { element } from './dom';
import { sayIn } from './messages';
import { readPreferences } from './preferences';
import { openWorkbench } from './workbench';
import './page.css';

const { user, language } = readPreferences();
const say = sayIn(language);
const place = document.querySelector<HTMLElement>('#workbench');
if (place === null) throw new Error('index.html has no #workbench');

document.documentElement.lang = language;
document.title = say('productName');
place.replaceChildren(element('p', { class: 'splash' }, say('loading')));
start(place).catch((error: unknown) => {
  console.error(error);
  place.replaceChildren(element('div', { class: 'splash', role: 'alert' },
    element('p', {}, say('loadFailed', { reason: error instanceof Error ? error.message : String(error) })),
    element('button', { type: 'button', class: 'primary', onclick: () => { location.reload(); } }, say('retry'))));
});

async function start(root: HTMLElement): Promise<void> {
  const people = await createApi(user).people();
  const person = people.find(({ email }) => email === user) ?? ownerOf(people);
  await openWorkbench(root, { api: createApi(person.email), person, people, language });
}

function ownerOf(people: readonly Person[]): Person {
  const owner = people.find(({ fileRole }) => fileRole === 'owner');
  if (owner === undefined) throw new Error('The workbook has no owner.');
  return owner;
}

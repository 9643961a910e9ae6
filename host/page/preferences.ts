/** Who is at the keyboard and in which language: in the address, so that a reload or a bookmark keeps both. */
import { chooseLanguage, type Language } from './messages';

export interface Preferences {
  /** Mail address; empty means the workbook's owner. */
  readonly user: string;
  readonly language: Language;
}

export function readPreferences(): Preferences {
  const query = new URLSearchParams(location.search);
  const asked = query.get('lang');
  return {
    user: query.get('user') ?? '',
    language: chooseLanguage(asked === null ? navigator.languages : [asked]),
  };
}

/** Reloads the page: Univer takes its language only once, and another person must see nothing of the one before. */
export function changePreferences(change: Partial<Preferences>): void {
  const query = new URLSearchParams(location.search);
  if (change.user !== undefined) query.set('user', change.user);
  if (change.language !== undefined) query.set('lang', change.language);
  location.search = query.toString();
}

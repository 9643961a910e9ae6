/** What the use cases need of the world besides the archive itself. One adapter each in src/google. */
import type { PlainDate } from '../../domain/plain-date';

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** The civil day of an instant in the workbook's business zone. */
  dayOf(epochMs: number): PlainDate;
  /** True when a long job should save its cursor and end: 4.5 of the 6 minutes that Google grants. */
  softStopReached(): boolean;
}

export interface Lock {
  /** Runs `work` alone among all runs of this script on the document; throws BUSY after 10 s of waiting. */
  run<T>(work: () => T): T;
}

export interface Entropy {
  /** 30 random hexadecimal digits. */
  hex(): string;
}

export interface Identity {
  /** Mail address of the person at the keyboard; null when Google does not tell. */
  email(): string | null;
}

/** Losable, shared by the people of the document, at most six hours. Holds no sealed field. */
export interface Cache {
  get(keys: readonly string[]): Readonly<Record<string, string>>;
  put(entries: Readonly<Record<string, string>>): void;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /** Recipients that Google still allows today. */
  remainingQuota(): number;
  send(mail: Mail): void;
}

/** What the person at the keyboard looks at. */
export interface View {
  /** Brings a tab to the front, where there is one with this id. */
  showTab(sheetId: number): void;
}

/** Timed runs of `runDailyJobs`. */
export interface Triggers {
  /** Makes sure exactly one daily trigger of the current person exists; true when it was missing. */
  ensureDaily(handler: string, hour: number): boolean;
}

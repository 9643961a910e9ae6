/** What else travels between the host and the page, in both directions. Rows and columns are zero-based. */
import type { SnapshotCell } from './workbook';

/** Cells written since, by anybody. `structural`: tabs, rows, columns, formats or rules changed, so take a new snapshot. */
export interface Changes {
  readonly seq: number;
  readonly structural: boolean;
  readonly cells: readonly (SnapshotCell & { readonly sheetId: number })[];
  /** What scripts showed to this person meanwhile. */
  readonly shown: readonly Shown[];
}

/** Something a script put on the screen. Frame addresses lie on the second loopback origin. */
export type Shown =
  | { readonly kind: 'toast'; readonly title?: string; readonly message: string; readonly seconds?: number }
  | { readonly kind: 'alert'; readonly title?: string; readonly message: string }
  | { readonly kind: 'sidebar'; readonly title: string; readonly url: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly url: string; readonly width: number; readonly height: number }
  | { readonly kind: 'select'; readonly sheetId: number; readonly row: number; readonly column: number };

export interface EditAnswer {
  readonly accepted: boolean;
  /** Google's words when refused. */
  readonly message?: string;
  /** A warning-only protection asks first: send the same again with `confirmed`. */
  readonly asks?: boolean;
  /** Cells of the range as they stand afterwards. */
  readonly cells: readonly SnapshotCell[];
}

export type MenuItem =
  | { readonly kind: 'item'; readonly label: string; readonly function: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

export interface Person {
  readonly email: string;
  readonly name: string;
  readonly fileRole: 'owner' | 'editor' | 'viewer';
}

export interface ServiceCall {
  readonly service: string;
  readonly method: string;
  readonly cells: number;
  readonly user: string;
  readonly at: string;
}

export interface CallLog {
  /** The latest, oldest first; not more than were asked for. */
  readonly calls: readonly ServiceCall[];
  /** Of all calls since the host was started, or the demo was loaded. */
  readonly count: number;
  readonly cells: number;
  /** What all of them would have taken on Google. */
  readonly modelSeconds: number;
}

/** Where the clock stands afterwards, and what ran on the way. */
export interface ClockMove {
  readonly now: string;
  readonly runs: readonly { readonly handler: string; readonly user: string; readonly at: string; readonly ok: boolean; readonly error?: string }[];
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly at: string;
}

/** What a person does with whole rows, columns and tabs. `index`, `count` and `to` are of rows, columns or tabs, zero-based. */
export type GridCommand =
  | { readonly command: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; readonly sheetId: number; readonly index: number; readonly count: number }
  | { readonly command: 'moveRows' | 'moveColumns'; readonly sheetId: number; readonly index: number; readonly count: number; readonly to: number }
  | { readonly command: 'sort'; readonly sheetId: number; readonly column: number; readonly ascending: boolean }
  | { readonly command: 'renameTab'; readonly sheetId: number; readonly title: string }
  | { readonly command: 'moveTab'; readonly sheetId: number; readonly to: number }
  | { readonly command: 'addTab'; readonly title: string }
  | { readonly command: 'deleteTab' | 'duplicateTab'; readonly sheetId: number };

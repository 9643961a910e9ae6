/** What travels between the workbench page and the host (host/page/api.ts is its other end). Rows and columns count from 0. */
import type { FileRole } from '../types';

export interface SnapshotCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
  readonly shown: string;
  readonly formula?: string;
  /** Index into `WorkbookSnapshot.styles`. */
  readonly style?: number;
  readonly note?: string;
}

/** `pattern` is a number format as in the Sheets API, colours are `#rrggbb`. */
export interface SnapshotStyle {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly pattern?: string;
}

/** Ends are exclusive; a missing end reaches to the edge of the tab. */
export interface SnapshotRange {
  readonly startRow: number;
  readonly endRow?: number;
  readonly startColumn: number;
  readonly endColumn?: number;
}

export interface SnapshotValidation {
  readonly range: SnapshotRange;
  readonly kind: 'list' | 'checkbox' | 'other';
  readonly options?: readonly string[];
  readonly strict: boolean;
  readonly message?: string;
}

export interface SnapshotProtection {
  readonly range: SnapshotRange;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly canEdit: boolean;
}

export interface SnapshotTab {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly color?: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly columns: readonly { readonly index: number; readonly width?: number; readonly hidden?: boolean }[];
  readonly rows: readonly { readonly index: number; readonly height?: number; readonly hidden?: boolean }[];
  readonly cells: readonly SnapshotCell[];
  readonly validations: readonly SnapshotValidation[];
  readonly protections: readonly SnapshotProtection[];
}

export interface WorkbookSnapshot {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Position in the changes feed that this snapshot already contains. */
  readonly seq: number;
  readonly styles: readonly SnapshotStyle[];
  readonly tabs: readonly SnapshotTab[];
}

/** `structural`: more than values changed, so that only a new snapshot tells. */
export interface Changes {
  readonly seq: number;
  readonly structural: boolean;
  readonly cells: readonly (SnapshotCell & { readonly sheetId: number })[];
  readonly shown: readonly Shown[];
}

/** Something a script put on the screen. Addresses lie on the second loopback origin. */
export type Shown =
  | { readonly kind: 'toast'; readonly title?: string; readonly message: string; readonly seconds?: number }
  | { readonly kind: 'alert'; readonly title?: string; readonly message: string }
  | { readonly kind: 'sidebar'; readonly title: string; readonly url: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly url: string; readonly width: number; readonly height: number }
  | { readonly kind: 'select'; readonly sheetId: number; readonly row: number; readonly column: number };

export type MenuItem =
  | { readonly kind: 'item'; readonly label: string; readonly function: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

export interface Person {
  readonly email: string;
  readonly name: string;
  readonly fileRole: FileRole;
}

/** What a person does with whole rows, columns and tabs. `index`, `count` and `to` are of rows or columns. */
export type GridCommand =
  | { readonly command: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; readonly sheetId: number; readonly index: number; readonly count: number }
  | { readonly command: 'moveRows' | 'moveColumns'; readonly sheetId: number; readonly index: number; readonly count: number; readonly to: number }
  | { readonly command: 'sort'; readonly sheetId: number; readonly column: number; readonly ascending: boolean }
  | { readonly command: 'renameTab'; readonly sheetId: number; readonly title: string }
  | { readonly command: 'moveTab'; readonly sheetId: number; readonly to: number }
  | { readonly command: 'addTab'; readonly title: string }
  | { readonly command: 'deleteTab' | 'duplicateTab'; readonly sheetId: number };

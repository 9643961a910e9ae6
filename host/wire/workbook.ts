/** The workbook as it travels from the host to the page. Rows and columns are zero-based. */

/** A cell as the grid shows it: stored value, what Google would show, index into `WorkbookSnapshot.styles`. */
export interface SnapshotCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
  readonly shown: string;
  /** What a person typed, when the cell holds a formula. */
  readonly formula?: string;
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

/** End row and column are exclusive; a missing end reaches to the edge of the tab. */
export interface SnapshotRange {
  readonly startRow: number;
  readonly endRow?: number;
  readonly startColumn: number;
  readonly endColumn?: number;
}

export interface SnapshotValidation {
  readonly range: SnapshotRange;
  readonly kind: 'list' | 'checkbox' | 'other';
  /** The choices of a list. */
  readonly options?: readonly string[];
  /** False: a warning only. */
  readonly strict: boolean;
  readonly message?: string;
}

export interface SnapshotProtection {
  readonly range: SnapshotRange;
  readonly description: string;
  /** The person is asked and may go on. */
  readonly warningOnly: boolean;
  /** Whether the person the snapshot was made for may write here without a question. */
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

/** Making and repairing the tabs of an archive. */
import type { Language } from '../../domain/language';
import type { PresetName } from '../../domain/preset';
import type { ReviewPolicy } from '../../domain/review-cycle';
import type { Role } from '../../domain/role';

/** What the Settings tab is to say. */
export interface SetupPlan {
  readonly language: Language;
  readonly preset: PresetName;
  readonly team: readonly { readonly email: string; readonly role: Role }[];
  readonly reviewPolicy: ReviewPolicy;
  /** Entity → field key → on or off, against the preset. */
  readonly switches: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
}

export interface WorkbookSetup {
  /** What was decided before; null in a workbook that has not been set up, or has lost its Settings tab. */
  current(): SetupPlan | null;
  /** Whether there are tabs of ours at all. One read. */
  hasTabs(): boolean;
  /** Sheet id of the tab that people start from. */
  firstTab(): number;
  /**
   * Creates what is missing and leaves alone what is right, in one atomic write. Other tabs stay untouched.
   * Answers the keys of the tabs and columns (`customer.idNumber`) it made.
   */
  ensure(plan: SetupPlan): readonly string[];
}

/** Every text of the sidebar that is not a declaration's label or an issue's words. The compiler keeps the catalogues complete. */
import type { ErrorCode } from '../../src/contract/envelope';
import type { PresetName } from '../../src/domain/preset';

export interface Messages {
  readonly appName: string;
  readonly back: string;
  readonly cancel: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly reference: (ref: string) => string;
  readonly otherAccount: string;
  /** What a person can do next, after the error's own words. */
  readonly nextStep: Readonly<Partial<Record<ErrorCode, string>>>;

  readonly searchLabel: string;
  readonly searchPlaceholder: string;
  readonly searchHelp: string;
  readonly clearSearch: string;
  readonly customersInArchive: (count: number) => string;
  readonly indexLoading: (loaded: number, total: number) => string;
  readonly indexFailed: string;
  readonly resultCount: (shown: number, total: number) => string;
  readonly noResult: (query: string) => string;
  readonly noResultHelp: string;
  readonly noResultYet: string;
  readonly results: string;
  readonly recent: string;
  readonly emptyArchive: string;
  readonly emptyArchiveHelp: string;
  readonly readOnly: string;
  readonly noRole: (email: string) => string;
  readonly newCustomer: string;
  readonly newTransaction: string;

  readonly status: string;
  readonly lastRun: string;
  readonly neverRun: string;
  readonly mailsWaiting: string;
  readonly mailsWaitingHelp: string;
  readonly mailsUnknown: string;
  readonly mailsUnknownHelp: string;
  readonly cellsUsed: string;
  readonly notices: string;
  readonly noNotices: string;
  /** What a write or a look at the tabs found wrong, by the code of the server's notice. */
  readonly notice: (code: string) => string;

  readonly archived: string;
  readonly edit: string;
  readonly history: string;
  readonly archive: string;
  readonly restore: string;
  readonly archiveQuestion: (title: string) => string;
  readonly archiveExplained: string;
  readonly archivedNow: (title: string) => string;
  readonly restoredNow: (title: string) => string;
  readonly moreActions: string;
  readonly transactions: string;
  readonly noTransactions: string;
  readonly newestTransactions: (shown: number, total: number) => string;
  readonly allDetails: string;
  readonly notFilled: string;
  readonly reviewOverdue: (days: number) => string;
  readonly reviewToday: string;
  readonly reviewIn: (days: number) => string;
  readonly lastChanged: (when: string, who: string) => string;

  readonly newRecord: (entity: string) => string;
  readonly editRecord: (title: string) => string;
  readonly save: string;
  readonly saving: string;
  readonly saved: (title: string) => string;
  readonly nothingChanged: string;
  readonly requiredNote: string;
  readonly chooseNone: string;
  readonly pleaseChoose: string;
  readonly addTag: string;
  readonly addTagHelp: string;
  readonly removeTag: (tag: string) => string;
  readonly findCustomer: string;
  readonly changeCustomer: string;
  readonly customerMatches: (count: number) => string;
  readonly autofilled: (labels: string) => string;
  readonly problemCount: (count: number) => string;
  readonly draftRestored: (when: string) => string;
  readonly discardDraft: string;
  readonly draftDiscarded: string;
  readonly draftNotLasting: string;

  readonly duplicateTitle: string;
  readonly duplicateSame: (labels: string) => string;
  readonly openExisting: (title: string) => string;
  readonly saveAnyway: string;
  readonly keepEditing: string;

  readonly conflictTitle: string;
  readonly conflictHelp: string;
  readonly conflictBase: string;
  readonly conflictMine: string;
  readonly conflictTheirs: string;
  readonly conflictRest: string;
  readonly saveChoices: string;
  readonly chooseEach: string;

  readonly noHistory: string;
  readonly byJob: string;
  readonly changeCreated: string;
  readonly changeEdited: string;
  readonly changeArchived: string;
  readonly changeRestored: string;
  readonly changeImported: string;
  readonly changeOther: string;
  readonly from: string;
  readonly to: string;
  readonly empty: string;

  readonly setUpTitle: string;
  readonly setUpIntro: string;
  readonly setUpPreset: string;
  readonly setUpLanguage: string;
  readonly setUpLanguageHelp: string;
  readonly setUpStart: string;
  readonly setUpRunning: string;
  readonly setUpDone: string;
  readonly presetHelp: Readonly<Record<PresetName, string>>;
  readonly notReadyTitle: string;
  readonly notReady: string;
  readonly listSeparator: string;
}

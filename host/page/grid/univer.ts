/** One Univer instance: what `createUniver` of @univerjs/presets does, without that package (licence, size). */
import { LifecycleService, LifecycleStages, LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, SheetPermissionInitController, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnUS from '@univerjs/preset-sheets-core/locales/en-US';
import coreZhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEnUS from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationZhCN from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteEnUS from '@univerjs/preset-sheets-note/locales/en-US';
import noteZhCN from '@univerjs/preset-sheets-note/locales/zh-CN';
import type { Language } from '../messages';

import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';

const LOCALES = {
  'zh-CN': { type: LocaleType.ZH_CN, texts: mergeLocales(coreZhCN, validationZhCN, noteZhCN) },
  en: { type: LocaleType.EN_US, texts: mergeLocales(coreEnUS, validationEnUS, noteEnUS) },
} as const;

export function univerLocale(language: Language): LocaleType {
  return LOCALES[language].type;
}

export interface UniverGrid {
  readonly api: FUniver;
  /** Resolves once the first workbook is drawn and every command works. */
  readonly steady: Promise<void>;
  /** To be called after every workbook but the first: Univer grants reading and writing in protected ranges only once. */
  grantProtected(): void;
}

/** Without Univer's own toolbar, context menu and add-sheet button: whatever they do would never reach the host. */
export function createUniver(container: HTMLElement, language: Language): UniverGrid {
  const { type, texts } = LOCALES[language];
  const univer = new Univer({ locale: type, locales: { [type]: texts }, logLevel: LogLevel.WARN });
  const presets = [
    UniverSheetsCorePreset({
      container, header: true, toolbar: false, contextMenu: false, formulaBar: true,
      footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true, addSheetButtonConfig: { show: false } },
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
      sheets: { protectedRangeShadow: 'always', disableForceStringAlert: true, disableForceStringMark: true },
      disableTextFormatAlert: true, disableTextFormatMark: true,
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  const lifecycle = univer.__getInjector().get(LifecycleService);
  return {
    api: FUniver.newAPI(univer),
    steady: lifecycle.onStage(LifecycleStages.Rendered).then(() => {
      // Univer itself would wait three more seconds, in which name box and clipboard do nothing.
      lifecycle.stage = LifecycleStages.Steady;
    }),
    grantProtected: () => { univer.__getInjector().get(SheetPermissionInitController).refreshRangeProtectPermission(); },
  };
}

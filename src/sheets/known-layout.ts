/** Tabs and columns as they are known: from the hints, or by a read that renews them. */
import { AppError } from '../app/ports/app-error';
import type { WorkbookConfig } from '../app/ports/archive';
import { ENTITIES } from '../domain/entities';
import type { EntityDeclaration } from '../domain/field';
import { CELLS, type ArchiveContext } from './archive-context';
import { columnLayout, type ColumnLayout } from './column-layout';
import { gridReader, type GridReader } from './grid-reader';
import type { Structure } from './hints';
import { configOf, decodeSettings } from './settings-codec';
import { readStructure, rowsBelowHeader } from './structure';
import { StaleLayout } from './sheets-api';
import { headerFilter, sheetIdOf } from './tabs';

/** Settings and tabs, from the cache or by one read; null before set-up. */
export function structureOf(context: ArchiveContext): Structure | null {
  return context.hints.structure() ?? readStructure(context);
}

export function needStructure(context: ArchiveContext): Structure {
  const structure = structureOf(context);
  if (structure === null) throw new AppError('SCHEMA_DRIFT', { technical: 'the workbook is not set up' });
  return structure;
}

/** The entity's columns, from the cache or by one read. */
export function layoutOf(context: ArchiveContext, entity: EntityDeclaration): ColumnLayout {
  return context.hints.layout(entity.name) ?? freshLayout(context, entity);
}

/** Reads the header row of the tab again. */
export function freshLayout(context: ArchiveContext, entity: EntityDeclaration): ColumnLayout {
  const sheetId = sheetIdOf(needStructure(context).tabs, entity.name);
  const layout = columnLayout(entity, gridReader(context.api.getByDataFilter({ dataFilters: [headerFilter(sheetId)] }, CELLS)), sheetId);
  context.hints.remember({ layouts: { [entity.name]: layout } });
  return layout;
}

/** The structure with the settings as this very read shows them, so that a role taken away a second ago counts. */
export function structureAsRead(context: ArchiveContext, reader: GridReader): Structure {
  const { tabs } = needStructure(context);
  const settings = decodeSettings(rowsBelowHeader(reader, sheetIdOf(tabs, 'settings')));
  if (settings === null) throw new AppError('SCHEMA_DRIFT', { technical: 'the settings have lost their language or preset' });
  return { settings, tabs };
}

/** Fields whose column a person removed are off, whatever the settings say. */
export function configWithColumns(structure: Structure, layouts: Readonly<Record<string, ColumnLayout>>): WorkbookConfig {
  const config = configOf(structure.settings);
  const enabled = Object.fromEntries(ENTITIES.map((entity) => {
    const columns = layouts[entity.name]?.columns;
    const keys = config.enabled[entity.name] ?? [];
    return [entity.name, columns === undefined ? keys : keys.filter((key) => key in columns)] as const;
  }));
  return { ...config, enabled };
}

/**
 * Tabs or grid were not as the hints said: forget them and try once more; a second time it is the workbook.
 */
export function withFreshLayout<T>(context: ArchiveContext, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StaleLayout)) throw error;
    context.hints.forget();
    try {
      return work();
    } catch (again) {
      if (again instanceof StaleLayout) throw new AppError('SCHEMA_DRIFT', { technical: again.message });
      throw again;
    }
  }
}

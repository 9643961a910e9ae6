/** The registry: no method is callable that is not in it. Each line says what may go in, who may call, and what is done. */
import type { AppContext, Operation } from '../app/app-context';
import { archiveRecord, restoreRecord } from '../app/archive-record';
import { bootstrap } from '../app/bootstrap';
import { importRecords } from '../app/import-records';
import { listRecords } from '../app/list-records';
import { saveRecord } from '../app/save-record';
import { indexDelta, indexPage } from '../app/search-index';
import { setUpWorkbook } from '../app/set-up-workbook';
import { getRecord, showCustomerCard, showHistory } from '../app/show-record';
import { workbookStatus } from '../app/workbook-status';
import type { MethodData, MethodName, MethodParams } from '../contract/methods';
import type { Permission } from '../domain/role';

export interface Method<M extends MethodName> {
  readonly permission: Permission;
  /** Writes are done at most once per operation id. */
  readonly writes: boolean;
  readonly run: (context: AppContext, params: MethodParams<M>, operation: Operation) => MethodData[M];
}

function query<M extends MethodName>(permission: Permission, run: Method<M>['run']): Method<M> {
  return { permission, writes: false, run };
}

function command<M extends MethodName>(permission: Permission, run: Method<M>['run']): Method<M> {
  return { permission, writes: true, run };
}

export const METHODS: { readonly [M in MethodName]: Method<M> } = {
  'workbook.setup': command('workbook:setup', setUpWorkbook),
  'workbook.status': query('record:read', workbookStatus),
  'bootstrap': query('record:read', bootstrap),
  'index.page': query('record:read', indexPage),
  'index.delta': query('record:read', indexDelta),
  'record.save': command('record:write', saveRecord),
  'record.import': command('record:import', importRecords),
  'record.get': query('record:read', getRecord),
  'record.list': query('record:read', listRecords),
  'record.archive': command('record:archive', archiveRecord),
  'record.restore': command('record:archive', restoreRecord),
  'record.history': query('record:read', showHistory),
  'customer.card': query('record:read', showCustomerCard),
};

export function isMethodName(name: string): name is MethodName {
  return Object.prototype.hasOwnProperty.call(METHODS, name);
}

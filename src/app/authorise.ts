/** Who may do what: decided from the Settings, before a request is looked at and again under the lock. */
import { may, type Permission, type Role } from '../domain/role';
import { AppError } from './ports/app-error';
import type { WorkbookConfig } from './ports/archive';

/** Null for somebody who can open the file but is no member of the team. */
export function roleOf(config: WorkbookConfig, actor: string | null): Role | null {
  const mail = actor?.toLowerCase();
  return config.team.find((member) => member.email === mail)?.role ?? null;
}

/** Without a mail address one may read, never write. A workbook that is not set up may be set up by whoever can edit it. */
export function authorise(config: WorkbookConfig | null, actor: string | null, permission: Permission): void {
  const reading = permission === 'record:read';
  if (actor === null && !reading) throw new AppError('FORBIDDEN');
  if (config === null) {
    if (reading || permission === 'workbook:setup') return;
    throw notSetUp();
  }
  if (!may(roleOf(config, actor), permission)) throw new AppError('FORBIDDEN');
}

export function needConfig(config: WorkbookConfig | null): WorkbookConfig {
  if (config === null) throw notSetUp();
  return config;
}

function notSetUp(): AppError {
  return new AppError('NOT_FOUND', { issues: [{ path: 'workbook', code: 'not_set_up' }] });
}

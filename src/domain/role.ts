/** What a member of the team may do. Who the members are stands in the Settings tab. */
import type { Labels } from './language';

export const ROLES = ['owner', 'manager', 'sales', 'service', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, Labels>> = {
  owner: { 'zh-CN': '所有者', en: 'Owner' },
  manager: { 'zh-CN': '经理', en: 'Manager' },
  sales: { 'zh-CN': '销售', en: 'Sales' },
  service: { 'zh-CN': '客服', en: 'Service' },
  viewer: { 'zh-CN': '只读', en: 'Viewer' },
};

export const PERMISSIONS = ['workbook:setup', 'record:read', 'record:write', 'record:archive', 'record:import'] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  manager: PERMISSIONS,
  sales: ['record:read', 'record:write', 'record:archive'],
  service: ['record:read', 'record:write', 'record:archive'],
  viewer: ['record:read'],
};

/** Somebody who can open the file but is no member of the team reads like a viewer. */
export function may(role: Role | null, permission: Permission): boolean {
  return GRANTS[role ?? 'viewer'].includes(permission);
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

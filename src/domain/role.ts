/** What a member of the team may do. Who the members are stands in the Settings tab. */

export const ROLES = ['owner', 'manager', 'sales', 'service', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

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

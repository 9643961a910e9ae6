import { createHash } from 'node:crypto';
import type { ServiceContext } from '../service-context';
import { serviceObject, type ServiceObject } from '../wire';

const USERINFO_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';
const KEY_LIFE_MS = 30 * 86_400_000;

export function createSession(context: ServiceContext): ServiceObject {
  const { manifest } = context;
  const mayKnow = context.authMode === 'FULL' && (manifest.oauthScopes === null || manifest.oauthScopes.includes(USERINFO_SCOPE));
  const user = (email: string): ServiceObject => serviceObject({
    type: 'User',
    members: { getEmail: () => (mayKnow ? email : ''), toString: () => (mayKnow ? email : '') },
  });
  const effective = user(context.effectiveUser);
  const active = user(context.activeUser);
  return serviceObject({
    type: 'Session',
    service: 'Session',
    members: {
      // assumed: in a simple trigger the effective user is as blank as the active one.
      getEffectiveUser: () => effective,
      getActiveUser: () => active,
      getActiveUserLocale: () => context.account(context.activeUser || context.effectiveUser).locale ?? 'en',
      getScriptTimeZone: () => manifest.timeZone,
      getTemporaryActiveUserKey: () => {
        const period = Math.floor(context.now() / KEY_LIFE_MS);
        return createHash('sha256').update(`${context.scriptId}/${context.activeUser || context.effectiveUser}/${period}`).digest('base64');
      },
    },
  });
}

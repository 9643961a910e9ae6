import { dailyQuota } from '../host-state';
import type { ServiceContext } from '../service-context';
import { ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { objectArgument, textArgument } from './arguments';

const MAX_VALUE_BYTES = 9 * 1024;
const MAX_STORE_BYTES = 500 * 1024;
const CALLS_PER_DAY = { consumer: 50_000, workspace: 500_000 };

export function createPropertiesService(context: ServiceContext): ServiceObject {
  const storeGetter = (name: string): Member => {
    const store = propertiesObject(context, name);
    return () => store;
  };
  return serviceObject({
    type: 'PropertiesService',
    service: 'PropertiesService',
    members: {
      getDocumentProperties: context.spreadsheetId === '' ? () => null : storeGetter('document'),
      getScriptProperties: storeGetter('script'),
      getUserProperties: storeGetter(`user:${context.effectiveUser}`),
    },
  });
}

function propertiesObject(context: ServiceContext, name: string): ServiceObject {
  const store = (): Record<string, string> => (context.state.properties[name] ??= {});
  const user = context.effectiveUser;
  const quota = dailyQuota(context.state, `properties:${user}`, CALLS_PER_DAY[context.account(user).kind ?? 'consumer'], context.now);
  const counted = (member: Member): Member => (...args) => {
    if (quota.remaining() === 0) throw new ServiceError('Service invoked too many times for one day: properties.');
    quota.spend(1);
    return member(...args);
  };
  const replaceStore = (next: Record<string, string>): void => {
    for (const value of Object.values(next)) if (bytesOf(value) > MAX_VALUE_BYTES) throw new ServiceError('Argument too large: value');
    const total = Object.entries(next).reduce((sum, [key, value]) => sum + bytesOf(key) + bytesOf(value), 0);
    if (total > MAX_STORE_BYTES) throw new ServiceError('You have exceeded the property storage quota. Please remove some properties and try again.');
    context.state.properties[name] = next;
    context.changed('properties');
  };
  const members: Record<string, Member> = {
    getProperty: (...args) => {
      const key = textArgument(args, 0, 'PropertiesService.Properties.getProperty');
      return Object.hasOwn(store(), key) ? store()[key] : null;
    },
    getProperties: () => ({ ...store() }),
    getKeys: () => Object.keys(store()),
    // assumed: what is not a string is stored as String(value).
    setProperty: (...args) => {
      replaceStore({ ...store(), [textArgument(args, 0, 'PropertiesService.Properties.setProperty')]: String(args[1]) });
      return properties;
    },
    setProperties: (...args) => {
      const given = objectArgument(args, 0, 'PropertiesService.Properties.setProperties');
      const values = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
      replaceStore(args[1] === true ? values : { ...store(), ...values });
      return properties;
    },
    deleteProperty: (...args) => {
      const { [textArgument(args, 0, 'PropertiesService.Properties.deleteProperty')]: _gone, ...rest } = store();
      replaceStore(rest);
      return properties;
    },
    deleteAllProperties: () => {
      replaceStore({});
      return properties;
    },
  };
  const properties: ServiceObject = serviceObject({
    type: 'Properties',
    service: 'PropertiesService',
    members: Object.fromEntries(Object.entries(members).map(([member, run]) => [member, counted(run)])),
  });
  return properties;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

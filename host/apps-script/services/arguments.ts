import { EnumValue, isServiceObject, ServiceError, type ServiceObject } from '../wire';

/** Google's complaint about arguments: it lists their types. */
export function badArguments(args: readonly unknown[], method: string): ServiceError {
  return new ServiceError(`The parameters (${args.map(typeLabel).join(',')}) don't match the method signature for ${method}.`);
}

export function textArgument(args: readonly unknown[], index: number, method: string): string {
  const value = args[index];
  if (typeof value === 'string') return value;
  throw badArguments(args, method);
}

export function numberArgument(args: readonly unknown[], index: number, method: string): number {
  const value = args[index];
  if (typeof value === 'number') return value;
  throw badArguments(args, method);
}

export function objectArgument(args: readonly unknown[], index: number, method: string): Readonly<Record<string, unknown>> {
  const value = args[index];
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isServiceObject(value)) return value as Readonly<Record<string, unknown>>;
  throw badArguments(args, method);
}

export function enumArgument(args: readonly unknown[], index: number, set: string, method: string): string {
  const value = args[index];
  if (value instanceof EnumValue && value.set === set) return value.name;
  throw badArguments(args, method);
}

/** A service object of one of the named classes. */
export function serviceArgument(args: readonly unknown[], index: number, types: readonly string[], method: string): ServiceObject {
  const value = args[index];
  if (isServiceObject(value) && types.includes(value.type)) return value;
  throw badArguments(args, method);
}

export function enumTable(set: string, names: readonly string[]): Readonly<Record<string, EnumValue>> {
  return Object.fromEntries(names.map((name) => [name, new EnumValue(set, name)]));
}

function typeLabel(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isServiceObject(value)) return value.type;
  if (value instanceof EnumValue) return value.set;
  if (Array.isArray(value)) return 'number[]';
  return typeof value === 'object' ? 'Object' : typeof value === 'string' ? 'String' : typeof value;
}

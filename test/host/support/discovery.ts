/** Judges exchanges with the Sheets API by Google's discovery document (test/fixtures/sheets-v4.json). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import type { SheetsCall, SheetsEngine } from '../../../host/types';

/** One answered call: `error` is the JSON body of a refusal, else `response` the answer. */
export interface Exchange {
  readonly call: Pick<SheetsCall, 'method' | 'params' | 'body'>;
  readonly response?: unknown;
  readonly error?: unknown;
}

/**
 * Everything that the discovery document does not allow, empty when valid. The request of a refused call may be wrong:
 * that is what it was refused for.
 */
export function exchangeProblems({ call, response, error }: Exchange): readonly string[] {
  const method = discoveryMethod(call.method);
  if (error !== undefined) return problemsOf('error', validateError, error);
  return [
    ...paramProblems(method, call.params),
    ...(method.request === undefined
      ? call.body === undefined ? [] : ['request: this method takes no body']
      : problemsOf('request', schemaValidator(method.request.$ref), call.body ?? {})),
    ...problemsOf('response', schemaValidator(method.response.$ref), response),
  ];
}

/** Throws on the first exchange that the discovery document does not allow. */
export function assertValidExchange(exchange: Exchange): void {
  const problems = exchangeProblems(exchange);
  if (problems.length === 0) return;
  throw new Error(`${exchange.call.method} is not what Google's discovery document says:\n${problems.join('\n')}`);
}

/** The same engine, every exchange of which is judged. */
export function validatedEngine<E extends Pick<SheetsEngine, 'execute'>>(engine: E): E {
  const execute: E['execute'] = (call) => {
    const answer = refusalsJudged(engine, call);
    assertValidExchange({ call, response: overTheWire(answer.response) });
    return answer;
  };
  return { ...engine, execute };
}

/** A value as a client receives it. */
function overTheWire(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function refusalsJudged(engine: Pick<SheetsEngine, 'execute'>, call: SheetsCall): ReturnType<SheetsEngine['execute']> {
  try {
    return engine.execute(call);
  } catch (error) {
    if (error instanceof Error && 'toJSON' in error) assertValidExchange({ call, error: overTheWire(error) });
    throw error;
  }
}

export interface DiscoveryProperty {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly items?: DiscoveryProperty;
  readonly properties?: Readonly<Record<string, DiscoveryProperty>>;
  readonly additionalProperties?: DiscoveryProperty;
  readonly location?: string;
  readonly required?: boolean;
  readonly repeated?: boolean;
}

export interface DiscoveryMethod {
  readonly httpMethod: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, DiscoveryProperty>>;
  readonly request?: { readonly $ref: string };
  readonly response: { readonly $ref: string };
}

export interface DiscoveryResource {
  readonly methods?: Readonly<Record<string, DiscoveryMethod>>;
  readonly resources?: Readonly<Record<string, DiscoveryResource>>;
}

/** Google's own description of the API, as published. */
export const SHEETS_DISCOVERY = JSON.parse(readFileSync(join(__dirname, '../../fixtures/sheets-v4.json'), 'utf8')) as DiscoveryResource & {
  readonly schemas: Readonly<Record<string, DiscoveryProperty>>;
  readonly parameters: Readonly<Record<string, DiscoveryProperty>>;
};

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
ajv.addSchema({ $id: 'discovery', $defs: Object.fromEntries(Object.entries(SHEETS_DISCOVERY.schemas).map(([name, schema]) => [name, jsonSchemaOf(schema)])) });

const validateError = ajv.compile({
  type: 'object', required: ['error'], additionalProperties: false,
  properties: {
    error: {
      type: 'object', required: ['code', 'message', 'status'], additionalProperties: false,
      properties: {
        code: { type: 'integer', minimum: 400, maximum: 599 },
        message: { type: 'string', minLength: 1 },
        status: { enum: ['INVALID_ARGUMENT', 'FAILED_PRECONDITION', 'OUT_OF_RANGE', 'UNAUTHENTICATED', 'PERMISSION_DENIED', 'NOT_FOUND', 'ALREADY_EXISTS', 'ABORTED', 'RESOURCE_EXHAUSTED', 'CANCELLED', 'INTERNAL', 'UNIMPLEMENTED', 'UNAVAILABLE', 'DEADLINE_EXCEEDED', 'UNKNOWN'] },
        details: { type: 'array', items: { type: 'object', required: ['@type'], properties: { '@type': { type: 'string', pattern: '^type\\.googleapis\\.com/' } } } },
      },
    },
  },
});

const validators = new Map<string, ValidateFunction>();
const parameterValidators = new Map<DiscoveryProperty, ValidateFunction>();

function schemaValidator(name: string): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const compiled = ajv.compile({ $ref: `discovery#/$defs/${name}` });
  validators.set(name, compiled);
  return compiled;
}

function jsonSchemaOf(property: DiscoveryProperty): object {
  if (property.$ref !== undefined) return { $ref: `discovery#/$defs/${property.$ref}` };
  switch (property.type) {
    case 'integer': return { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
    case 'array': return { type: 'array', items: property.items === undefined ? {} : jsonSchemaOf(property.items) };
    case 'object': return {
      type: 'object',
      ...(property.properties === undefined ? {} : { properties: Object.fromEntries(Object.entries(property.properties).map(([name, child]) => [name, jsonSchemaOf(child)])) }),
      additionalProperties: property.additionalProperties === undefined ? false : jsonSchemaOf(property.additionalProperties),
    };
    case 'any': return {};
    case 'string': return property.enum === undefined ? { type: 'string' } : { type: 'string', enum: property.enum };
    case 'number': case 'boolean': return { type: property.type };
    default: throw new Error(`The discovery document holds a type unknown here: ${JSON.stringify(property)}`);
  }
}

/** `spreadsheets.values.get` lies under resources.spreadsheets.resources.values.methods.get. */
function discoveryMethod(name: string): DiscoveryMethod {
  const path = name.split('.');
  const last = path.pop()!;
  const resource = path.reduce<DiscoveryResource | undefined>((parent, part) => parent?.resources?.[part], SHEETS_DISCOVERY);
  const method = resource?.methods?.[last];
  if (method === undefined) throw new Error(`The discovery document has no method ${name}.`);
  return method;
}

function paramProblems(method: DiscoveryMethod, params: Readonly<Record<string, unknown>>): readonly string[] {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  const known: Readonly<Record<string, DiscoveryProperty>> = { ...SHEETS_DISCOVERY.parameters, ...method.parameters };
  return [
    ...Object.keys(method.parameters).filter((name) => method.parameters[name]!.required === true && params[name] === undefined).map((name) => `parameter ${name} is missing`),
    ...given.flatMap(([name, value]) => {
      const parameter = known[name];
      if (parameter === undefined) return [`parameter ${name} does not exist`];
      return parameterFits(parameter, value) ? [] : [`parameter ${name} must not be ${JSON.stringify(value)}`];
    }),
  ];
}

/** A repeated parameter may be given once without a list, as in a query. */
function parameterFits(parameter: DiscoveryProperty, value: unknown): boolean {
  const validate = parameterValidators.get(parameter) ?? ajv.compile(jsonSchemaOf(parameter));
  parameterValidators.set(parameter, validate);
  if (parameter.repeated === true && Array.isArray(value)) return value.every((item) => validate(item));
  return validate(value);
}

function problemsOf(what: string, validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${what}${error.instancePath}: ${error.message ?? error.keyword} ${JSON.stringify(error.params)}`);
}

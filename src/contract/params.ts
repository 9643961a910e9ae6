/** Schemas of every method's params. A field of an unknown name is an issue, not a surprise. */
import * as z from 'zod/mini';
import { LANGUAGES } from '../domain/language';
import { PRESET_NAMES } from '../domain/preset';
import { ROLES } from '../domain/role';

const MAX_PAGE_SIZE = 200;
/** Cells of a workbook at most: no row, page or sequence number lies beyond. */
const MAX_POSITION = 10_000_000;
/** Records of one `record.import`. */
export const MAX_IMPORT_BLOCK = 2000;

const id = z.string().check(z.maxLength(40));
const entity = z.string().check(z.maxLength(40));
const revision = z.int().check(z.minimum(1));
/** One-based row of the grid: a hint that is verified. */
const row = z.optional(z.int().check(z.minimum(2), z.maximum(MAX_POSITION)));
const value = z.union([z.null(), z.string(), z.array(z.string())]);
const months = z.int().check(z.minimum(1), z.maximum(60));

const recordChange = z.strictObject({ entity, id, revision, row });

export const PARAMS = {
  'workbook.setup': z.strictObject({
    preset: z.enum(PRESET_NAMES),
    language: z.enum(LANGUAGES),
    team: z.optional(z.array(z.strictObject({ email: z.string().check(z.maxLength(254)), role: z.enum(ROLES) })).check(z.maxLength(200))),
    reviewMonths: z.optional(z.strictObject({ vip: z.optional(months), regular: z.optional(months), prospect: z.optional(months) })),
    fields: z.optional(z.record(z.string().check(z.maxLength(60)), z.boolean())),
  }),
  'workbook.status': z.strictObject({}),
  'bootstrap': z.strictObject({}),
  'index.page': z.strictObject({ next: z.optional(z.string().check(z.maxLength(200))) }),
  'index.delta': z.strictObject({ sinceSeq: z.int().check(z.minimum(0), z.maximum(MAX_POSITION)) }),
  'record.save': z.strictObject({
    entity, id: z.optional(id), revision: z.optional(revision), row,
    values: z.record(z.string().check(z.maxLength(60)), value),
    confirmDuplicate: z.optional(z.boolean()),
  }),
  'record.import': z.strictObject({
    entity,
    /** The values of one new record each. */
    records: z.array(z.record(z.string().check(z.maxLength(60)), value)).check(z.minLength(1), z.maxLength(MAX_IMPORT_BLOCK)),
  }),
  'record.get': z.strictObject({ entity, id, row }),
  'record.list': z.strictObject({
    entity,
    /** Field key → value it must equal; several values of a list are alternatives. */
    filter: z.optional(z.record(z.string().check(z.maxLength(60)), value)),
    sort: z.optional(z.strictObject({ field: z.string().check(z.maxLength(60)), descending: z.optional(z.boolean()) })),
    page: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_POSITION))),
    pageSize: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_PAGE_SIZE))),
    archived: z.optional(z.boolean()),
  }),
  'record.archive': recordChange,
  'record.restore': recordChange,
  'record.history': z.strictObject({ entity, id }),
  'customer.card': z.strictObject({ id, row }),
} as const;

export type Params = { readonly [M in keyof typeof PARAMS]: z.infer<(typeof PARAMS)[M]> };

export const REQUEST = z.strictObject({
  method: z.string().check(z.maxLength(60)),
  params: z.optional(z.unknown()),
  operationId: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_.:-]{1,80}$/))),
});

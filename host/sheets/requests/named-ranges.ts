import type { CallContext } from '../context';
import { makeId } from '../context';
import { invalidArgument } from '../errors';
import { parseUpdateMask, patched } from '../mask';
import { areaOf, sheetById } from '../ranges';
import { omitZeros } from '../reads/omit-zeros';
import type { NamedRange } from '../schema/api';
import type { RequestFamily } from './handler';

type Kind = 'addNamedRange' | 'updateNamedRange' | 'deleteNamedRange';

export const namedRangeRequests: RequestFamily<Kind> = {
  addNamedRange: (context, { namedRange = {} }) => {
    const { workbook, tx } = context;
    const namedRangeId = namedRange.namedRangeId ?? String(makeId(context, () => false));
    if (workbook.namedRanges.some((other) => other.namedRangeId === namedRangeId)) throw invalidArgument(`Named range with id ${namedRangeId} already exists.`);
    const added = checked(context, { ...namedRange, namedRangeId });
    tx.set(workbook, 'namedRanges', [...workbook.namedRanges, added]);
    return { addNamedRange: { namedRange: omitZeros(added) } };
  },
  updateNamedRange: (context, { namedRange = {}, fields }) => {
    const { workbook, tx } = context;
    const mask = parseUpdateMask(fields, 'NamedRange');
    const present = find(context, namedRange.namedRangeId);
    const next = checked(context, { ...patched<NamedRange>(present, namedRange, mask), namedRangeId: present.namedRangeId ?? '' });
    tx.set(workbook, 'namedRanges', workbook.namedRanges.map((other) => (other === present ? next : other)));
    return {};
  },
  deleteNamedRange: (context, { namedRangeId }) => {
    const { workbook, tx } = context;
    const present = find(context, namedRangeId);
    tx.set(workbook, 'namedRanges', workbook.namedRanges.filter((other) => other !== present));
    return {};
  },
};

/** assumed: Google's words for every refusal of this file. */
function find({ workbook }: CallContext, id: string | undefined): NamedRange {
  const present = workbook.namedRanges.find((candidate) => candidate.namedRangeId === id);
  if (present === undefined) throw invalidArgument(`No named range with id: ${id ?? ''}`);
  return present;
}

function checked({ workbook }: CallContext, named: NamedRange): NamedRange {
  const { name = '', range = {} } = named;
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^([A-Za-z]{1,3}\d+|true|false)$/i.test(name)) throw invalidArgument(`The name "${name}" is not a valid name for a named range.`);
  if (workbook.namedRanges.some((other) => other.namedRangeId !== named.namedRangeId && other.name?.toLowerCase() === name.toLowerCase())) throw invalidArgument(`A named range with the name "${name}" already exists.`);
  const sheet = sheetById(workbook, range.sheetId);
  areaOf(sheet, range);
  return { ...named, range: { ...range, sheetId: sheet.sheetId } };
}

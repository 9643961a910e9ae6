import { AppError } from '../../src/app/ports/app-error';
import { CUSTOMER } from '../../src/domain/entities/customer';
import { columnLayout, headersMatch } from '../../src/sheets/column-layout';
import { gridReader } from '../../src/sheets/grid-reader';

type Column = readonly [header: string, ...keys: string[]];

/** The header row as Google answers it: every column carries its own metadata. */
function readerOf(columns: readonly Column[]): ReturnType<typeof gridReader> {
  return gridReader({
    sheets: [{
      properties: { sheetId: 7 },
      data: [{
        rowData: [{ values: columns.map(([header]) => (header === '' ? {} : { userEnteredValue: { stringValue: header } })) }],
        columnMetadata: columns.map(([, ...keys]) => (keys.length === 0 ? {} : { developerMetadata: keys.map((key) => ({ metadataKey: 'guidang.column', metadataValue: key })) })),
      }],
    }],
  });
}

const WHOLE: readonly Column[] = [['编号', 'customer.id'], ['客户名称', 'customer.name'], ['客户性质', 'customer.kind'], ['客户等级', 'customer.tier'], ['联系电话', 'customer.phone'], ['系统', 'customer.system']];

function drift(columns: readonly Column[]): string {
  try {
    columnLayout(CUSTOMER, readerOf(columns), 7);
    return 'none';
  } catch (error) {
    return error instanceof AppError && error.code === 'SCHEMA_DRIFT' ? error.detail.technical ?? '' : String(error);
  }
}

test('columns are found wherever people moved them and whatever they called them', () => {
  const moved = [WHOLE[5], ['我的列'], WHOLE[3], ['客户大名', 'customer.name'], WHOLE[0], WHOLE[2]] as Column[];

  expect(columnLayout(CUSTOMER, readerOf(moved), 7).columns).toEqual({ system: 0, tier: 2, name: 3, id: 4, kind: 5 });
});

test.each`
  what                                         | columns                                                                     | found
  ${'all there'}                               | ${WHOLE}                                                                    | ${'none'}
  ${'an optional column gone'}                 | ${WHOLE.filter(([, key]) => key !== 'customer.phone')}                      | ${'none'}
  ${'the id column gone'}                      | ${WHOLE.slice(1)}                                                           | ${'customer: lost columns id'}
  ${'the system column gone'}                  | ${WHOLE.slice(0, -1)}                                                       | ${'customer: lost columns system'}
  ${'a required column gone'}                  | ${WHOLE.filter(([, key]) => key !== 'customer.tier')}                       | ${'customer: lost columns tier'}
  ${'one column anchored twice'}               | ${[...WHOLE, ['另一列', 'customer.phone']]}                                 | ${'customer: columns found twice phone'}
  ${'the phone column pasted over by the mail'} | ${WHOLE.map((c) => (c[1] === 'customer.phone' ? ['电子邮件', c[1]] : c))} | ${'customer: columns pasted over phone'}
  ${'anchors of another entity'}               | ${[...WHOLE, ['x', 'transaction.amount']]}                                  | ${'none'}
`('$what: $found', ({ columns, found }) => {
  expect(drift(columns)).toBe(found);
});

test('a header row read without metadata shows whether columns moved', () => {
  const layout = columnLayout(CUSTOMER, readerOf(WHOLE), 7);
  const headers = WHOLE.map(([header]) => header);

  expect(headersMatch(layout, headers)).toBe(true);
  expect(headersMatch(layout, [...headers, '新列'])).toBe(true);
  expect(headersMatch(layout, [...headers].reverse())).toBe(false);
  expect(headersMatch(layout, undefined)).toBe(false);
});

// Dates as CSV files have them, made into ISO dates.
import type { DateColumn } from '../../../schema/csv-mapping.ts';
import { IsoDate } from '../../../schema/span.ts';
import type { Columns, Get } from './columns.ts';
import { RowFault } from './faults.ts';

const orders = { ymd: 'ISO dates, such as 2024-10-24', mdy: 'month/day/year', dmy: 'day/month/year' } as const;

function isoOf(text: string, order: DateColumn['order']): string | null {
  if (order === 'ymd') return text.replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3');
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year === '') return null;
  const [month, day] = order === 'mdy' ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The date in a column, or undefined where the cell is empty. */
export function dateGetter({ column, order }: DateColumn, columns: Columns, place: string): Get<string | undefined> {
  const cell = columns.words(column, place);
  return (row) => {
    const text = cell(row);
    if (text === '') return undefined;
    const date = isoOf(text, order);
    if (date !== null && IsoDate.safeParse(date).success) return date;
    const way = order === 'ymd' ? '; "order": "mdy" or "dmy" in the mapping reads others' : '';
    throw new RowFault({
      column,
      value: text,
      reason: `is no date: the mapping says that they are ${orders[order]}${way}`,
    });
  };
}

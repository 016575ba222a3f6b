// Held articles that are called the same as one, and of which it is not known what they are to it: a person may know.
import type { DraftView } from '../schema/drafts.ts';
import { recordName } from '../schema/record-name.ts';
import type { Reader } from '../store/port.ts';

/** More are not told: what has so many of its name is a column or a form. */
const most = 5;

/** By key; none of an article without a title. */
export async function sameTitle(reader: Reader, key: string, title: unknown): Promise<DraftView['sameTitle']> {
  if (typeof title !== 'string' || title.trim() === '') return [];
  const found = await reader.read('read/article/titled', { title, key, limit: most });
  const keys = found.flatMap((one) => (one.linked ? [] : [one.key]));
  if (keys.length === 0) return [];
  const rows = await reader.read('read/article/refs', { keys });
  return rows.map((row) => ({ key: row.key, name: recordName({ ...row, outlet: row.outletName }, 'Article') }));
}

/** As a note of an import. */
export const sameTitleNotes = (others: DraftView['sameTitle']): string[] =>
  others.map(
    ({ key, name }) =>
      `has the same title as ${key} (${name}): is it a later text of that, or a reprint? Remove it and import it again with ` +
      'the other’s address, or say in its panel that it prints or corrects the other',
  );

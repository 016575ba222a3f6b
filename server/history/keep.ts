// The records of changes by hand: written with what was there before, so that each can be taken back.
import { Conflict, NotFound } from '../errors.ts';
import { shortHash } from '../ingest/canonical.ts';
import type { ChangedPart, ChangeView, ExportedChange } from '../schema/changes.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader, Transaction } from '../store/port.ts';

type Row = Rows<'read/changes/one'>[number];

/** More than people make by hand. */
const mostChanges = 10_000_000;

/** A change that is about to be recorded. */
export interface NewChange {
  kind: ChangeView['kind'];
  what: string;
  subject: ChangeView['subject'];
  by: string;
  why?: string | undefined;
  parts: readonly ChangedPart[];
  takesBack?: string | undefined;
}

// Written below, from parts of this form.
const partsOf = (row: Pick<Row, 'parts'>): ChangedPart[] => JSON.parse(row.parts) as ChangedPart[];

export const viewOf = (row: Row): ChangeView => ({
  key: row.key,
  kind: row.kind,
  what: row.what,
  subject: { key: row.subject, name: row.subjectName },
  by: row.by,
  why: row.why,
  on: row.on,
  takesBack: row.takesBack,
  takenBackBy: row.takenBackBy,
  parts: partsOf(row),
});

async function latestNumber(reader: Reader): Promise<number> {
  const [row] = await reader.read('read/changes/latest', {});
  return row?.latest ?? 0;
}

/** In a transaction under the write lock; gives the key of the change. */
export async function recordChange(tx: Transaction, change: NewChange): Promise<string> {
  const number = (await latestNumber(tx)) + 1;
  const on = new Date().toISOString();
  const key = `change:${shortHash([on, number, change.by, change.subject.key, change.what])}`;
  const { kind, what, subject, by, why, parts, takesBack } = change;
  await tx.write('write/changes/change', {
    key,
    properties: {
      ...{ key, number, kind, what, subject: subject.key, subjectName: subject.name, by, on },
      ...(why === undefined || why === '' ? {} : { why }),
      ...(takesBack === undefined ? {} : { takesBack }),
      parts: JSON.stringify(parts),
    },
  });
  return key;
}

/** All there are, the earliest first, so that they can be put back in that order. */
export async function allChanges(reader: Reader): Promise<ExportedChange[]> {
  const rows = await reader.read('read/changes/all', { limit: mostChanges });
  return rows.map(viewOf).reverse();
}

/** Gives what puts records back as they were, one after the other. That throws Conflict where there is one with its key. */
export async function changeRestorer(tx: Transaction): Promise<(change: ExportedChange) => Promise<void>> {
  let number = await latestNumber(tx);
  return async (change) => {
    const [there] = await tx.read('read/changes/one', { key: change.key });
    if (there !== undefined) throw new Conflict(`There is a change "${change.key}": ${there.what}.`);
    number += 1;
    const { subject, parts, ...rest } = change;
    const given = Object.entries(rest).filter((one): one is [string, string] => one[1] !== null);
    await tx.write('write/changes/change', {
      key: change.key,
      properties: {
        ...Object.fromEntries(given),
        ...{ number, subject: subject.key, subjectName: subject.name, parts: JSON.stringify(parts) },
      },
    });
  };
}

/** How many changes are read at once on the way back through the history of a subject. */
const readAtOnce = 100;

/** The latest change of a subject that touched one item, however many came after it; none before `stopAt` is looked at. */
export async function latestChangeOf(
  reader: Reader,
  subject: string,
  { part, id }: Pick<ChangedPart, 'part' | 'id'>,
  stopAt?: string,
): Promise<ChangeView | undefined> {
  let rows = await reader.read('read/changes/of', { subject, limit: readAtOnce });
  for (;;) {
    for (const row of rows) {
      if (row.key === stopAt) return undefined;
      const change = viewOf(row);
      if (change.parts.some((one) => one.part === part && one.id === id)) return change;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < readAtOnce) return undefined;
    const { on, number } = last;
    rows = await reader.read('read/changes/earlier', { subject, on, number, limit: readAtOnce });
  }
}

/** By the key that a claim or an assertion of an article once had the one it has since people changed it by hand. */
export async function successorsOf(reader: Reader, article: string): Promise<Map<string, string>> {
  const successors = new Map<string, string>();
  for (const row of await reader.read('read/changes/rekeyed', { subject: article }))
    for (const { part, before, after } of partsOf(row)) {
      const [from, to] = [before?.key, after?.key];
      if (part !== 'key' || typeof from !== 'string' || typeof to !== 'string') continue;
      for (const [first, key] of successors) if (key === from) successors.set(first, to);
      successors.set(from, to);
    }
  return successors;
}

/** Says of a change which one took it back; null that it stands again. */
export async function markTakenBack(tx: Transaction, change: ChangeView, by: string | null): Promise<void> {
  const [row] = await tx.read('read/changes/one', { key: change.key });
  if (row === undefined) return;
  const given = Object.entries({ ...row, takenBackBy: by }).filter(([, value]) => value !== null);
  await tx.write('write/changes/change', {
    key: change.key,
    properties: Object.fromEntries(given) as Record<string, string | number>,
  });
}

/** Throws NotFound, naming the latest there are. */
export async function changeOf(reader: Reader, key: string): Promise<ChangeView> {
  const [row] = await reader.read('read/changes/one', { key });
  if (row !== undefined) return viewOf(row);
  const latest = await reader.read('read/changes/all', { limit: 5 });
  throw new NotFound(`There is no change "${key.slice(0, 100)}".`, {
    detail: 'GET /api/changes lists all there are.',
    nearest: latest.map((one) => ({ key: one.key, name: `${one.by}: ${one.what}` })),
  });
}

// The rows of which the assertions of some claims are shown: each with its claim's ends and its article's outlet.
import { compare } from '../../schema/lists.ts';
import type { Rows } from '../../schema/statements.ts';
import type { Reader } from '../../store/port.ts';

interface Named {
  readonly key: string;
  readonly name: string | null;
}

export type AssertionRow = Rows<'read/evidence/assertions'>[number] & {
  readonly holder: string | null;
  readonly holderName: string | null;
  readonly target: string | null;
  readonly targetName: string | null;
  readonly outlet: string | null;
  readonly outletName: string | null;
};

/** Should a database hold two of what there is one of, the first by key is taken, on both engines. */
function byFirst<T extends Named>(rows: readonly T[], of: (row: T) => string): Map<string, T> {
  return new Map([...rows].sort((a, b) => compare(b.key, a.key)).map((row) => [of(row), row]));
}

/**
 * Asked for by themselves and put together here: where one of them may be missing, the embedded engine would go through
 * all there are for each.
 */
export async function readAssertions(reader: Reader, claims: readonly string[]): Promise<AssertionRow[]> {
  const wanted = { claims: [...claims] };
  const [rows, ends, published] = await Promise.all([
    reader.read('read/evidence/assertions', wanted),
    reader.read('read/evidence/ends', wanted),
    reader.read('read/evidence/outlets', wanted),
  ]);
  const of = (type: 'HOLDER' | 'TARGET') =>
    byFirst(
      ends.filter((end) => end.type === type),
      (end) => end.claim,
    );
  const [holders, targets, outlets] = [of('HOLDER'), of('TARGET'), byFirst(published, ({ article }) => article)];
  return rows.map((row) => {
    const [holder, target, outlet] = [holders.get(row.claim), targets.get(row.claim), outlets.get(row.article)];
    return {
      ...row,
      holder: holder?.key ?? null,
      holderName: holder?.name ?? null,
      target: target?.key ?? null,
      targetName: target?.name ?? null,
      outlet: outlet?.key ?? null,
      outletName: outlet?.name ?? null,
    };
  });
}

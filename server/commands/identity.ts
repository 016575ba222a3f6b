// The command line's list of entities that may be one, the merging of two, and taking that back.
import { BadConfig } from '../config.ts';
import { InvalidRequest } from '../errors.ts';
import { listCandidates } from '../identity/candidates.ts';
import { mergeEntities } from '../identity/merge.ts';
import { undoOperation } from '../identity/undo.ts';
import { MergeBody } from '../schema/identity.ts';
import type { OpenedStore } from '../store/open.ts';

type WithStore = <T>(work: (store: OpenedStore) => Promise<T>) => Promise<T>;
const most = 100;

/** A pair a line: its score, the two keys, and what speaks for and against it. */
export async function candidatesCommand(withStore: WithStore): Promise<string> {
  const { candidates, total } = await withStore((store) => listCandidates(store, most));
  const lines = candidates.map(({ score, one, other, reasons, against }) => {
    const but = against.length === 0 ? '' : `; but ${against.join('; ')}`;
    return `${score.toFixed(2)}  ${one.key}  ${other.key}  ${reasons.join('; ')}${but}`;
  });
  const more = total > candidates.length ? `, of which the first ${candidates.length} are shown` : '';
  return [...lines, `${total} pair${total === 1 ? '' : 's'} may be one${more}; nothing is merged.`].join('\n');
}

const edges = (count: number): string => `${count} relation${count === 1 ? ' is' : 's are'} counted otherwise`;

export async function mergeCommand(
  given: { from: string; into: string; by: string | undefined; why: string | undefined },
  withStore: WithStore,
): Promise<string> {
  if (given.by === undefined) throw new BadConfig('Say who decides: --by NAME.');
  const body = MergeBody.safeParse(given);
  if (!body.success) {
    const [issue] = body.error.issues;
    throw new InvalidRequest(`${String(issue?.path[0] ?? 'The merge')}: ${issue?.message}.`);
  }
  const report = await withStore((store) => mergeEntities(store, body.data));
  return `${given.from} is part of ${given.into}: ${edges(report.edges.length)}. "unmerge ${report.key}" takes it back.`;
}

export async function unmergeCommand(key: string, withStore: WithStore): Promise<string> {
  const report = await withStore((store) => undoOperation(store, key));
  return `${key} is taken back: ${edges(report.edges.length)}.`;
}

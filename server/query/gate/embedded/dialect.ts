// A statement for the embedded engine: accepted where every form in it is answered as Neo4j does, rewritten where it must be.
import { branchesOf } from '../columns.ts';
import type { Finding } from '../faults.ts';
import type { Scanned } from '../lexical.ts';
import type { Part } from '../library.ts';
import { explained, writesData } from '../structure.ts';
import { child, children, everyPart } from '../tree.ts';
import type { Accepted } from '../verdict.ts';
import { type Edit, Env, type Shared } from './env.ts';
import { typeOf } from './expressions.ts';
import { quoteNames } from './names.ts';
import { query } from './queries.ts';
import { separateWrites } from './writes.ts';

export type Rewritten = Pick<
  Accepted,
  'text' | 'columns' | 'parameterKinds' | 'alike' | 'notNull' | 'differ' | 'rewritten'
>;

/** At one place: what ends comes before what begins, and that before what is replaced. */
const rank = ({ from, to, opens }: Edit): number => (from < to ? 2 : opens ? 1 : 0);

/** The text with all edits, each once. */
function applied(text: string, edits: readonly Edit[]): string {
  const unique = new Map(edits.map((edit) => [`${edit.from} ${edit.to} ${edit.text}`, edit]));
  const ordered = [...unique.values()]
    .map((edit, at) => ({ ...edit, at }))
    .sort((a, b) => a.from - b.from || rank(a) - rank(b) || (a.opens ? b.at - a.at : a.at - b.at));
  let result = '';
  let done = 0;
  for (const { from, to, text: put } of ordered) {
    result += text.slice(done, from) + put;
    done = Math.max(done, to);
  }
  return result + text.slice(done);
}

/** EXPLAIN, PROFILE and CYPHER 5 in front, and a semicolon behind, as edits that leave blanks. */
function bareEdits(tree: Part): Edit[] {
  const extra = [...everyPart(tree)].filter(({ rule }) => rule === 'preparserOption' || rule === 'SEMICOLON');
  return extra.map(({ from, to }) => ({ from, to, text: ' '.repeat(to - from) }));
}

/** The engine's PROFILE runs a statement and keeps its rows and counters to itself: to tell them it would be run twice. */
function refuseProfiledWrite(tree: Part, env: Env): void {
  if (explained(tree) !== 'profile' || !writesData(tree)) return;
  const option = [...everyPart(tree)].find((part) => part.rule === 'preparserOption' && child(part, 'PROFILE'));
  env.refuse(
    option ?? tree,
    'The embedded engine would write twice to profile a statement that writes.',
    'Use EXPLAIN, or PROFILE the part that reads.',
  );
}

/** Errors: none; what cannot be run, or would be answered otherwise, is in the findings. */
export function forEmbedded(tree: Part, { text, escapes }: Scanned): Rewritten | { findings: Finding[] } {
  const shared: Shared = {
    text,
    findings: [],
    edits: [],
    needs: new Map(),
    alike: [],
    given: new Set(),
    differ: [],
    typeOf,
  };
  const env = new Env(shared);
  quoteNames(tree, env);
  const [first] = branchesOf(tree);
  const union = [...everyPart(tree)].find(({ rule, parts }) => rule === 'union' && parts[0] === first);
  const columns = first ? query(union ?? first, env, { shown: true }) : [];
  separateWrites(tree, env);
  refuseProfiledWrite(tree, env);
  if (children(tree, 'statementOrCommand').length === 0 || !first) env.refuse(tree, 'This is no query.', null);
  if (shared.findings.length > 0) return { findings: shared.findings };
  const changes = [...shared.edits, ...escapes.map(({ from, to, text: character }) => ({ from, to, text: character }))];
  return {
    text: applied(text, [...changes, ...bareEdits(tree)]).trim(),
    columns: columns.map(({ name }) => name),
    parameterKinds: Object.fromEntries(shared.needs),
    alike: shared.alike,
    notNull: [...shared.given],
    differ: shared.differ,
    rewritten: changes.length > 0,
  };
}

// What is sent to Neo4j of a statement: lists go within one map, since it plans a statement anew for each length of a list.
import { withoutLiterals } from './cypher-text.ts';
import type { Parameters } from './engine.ts';
import { toNeo4j } from './neo4j-values.ts';

/** The parameter that holds all others. */
const holder = 'given';
/** Texts by what they were; statements are files, so there are no more than these. */
const rewritten = new Map<string, string>();

/** Neo4j's plan of `$rows` is for lists about as long (1, 10, 100, 1000); that of `$given.rows` is for all. */
function withHolder(text: string): string {
  const before = rewritten.get(text);
  if (before !== undefined) return before;
  let after = '';
  let from = 0;
  for (const { index } of withoutLiterals(text).matchAll(/\$(?=[A-Za-z_])/g)) {
    after += `${text.slice(from, index)}$${holder}.`;
    from = index + 1;
  }
  after += text.slice(from);
  rewritten.set(text, after);
  return after;
}

export interface Sent {
  text: string;
  values: Record<string, unknown>;
}

/**
 * On a server that was just started each plan takes about 100 ms, and the piles of an import come in every length. Measured
 * on 5.26: one statement with 0, 1, 5, 50 and 500 rows made five plans, and one in this form.
 */
export function asSent(text: string, parameters: Parameters): Sent {
  const values = toNeo4j(parameters) as Record<string, unknown>;
  if (!Object.values(parameters).some(Array.isArray)) return { text, values };
  return { text: withHolder(text), values: { [holder]: values } };
}

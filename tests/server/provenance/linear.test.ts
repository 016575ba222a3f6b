// Twice the evidence takes twice the work: counted as how often assertions are looked at, whatever machine it is.
import { describe, expect, it } from 'vitest';
import { chainFinder } from '../../../server/provenance/chains.ts';
import { contradictionsOf } from '../../../server/provenance/contradictions/contradictions.ts';
import { deriveEdges } from '../../../server/provenance/edges.ts';
import type { Evidence } from '../../../server/schema/evidence.ts';
import { type ArticleInput, evidence } from './evidence.ts';

/** How often anything is read of the assertions while the work is done. */
function reads(of: Evidence, work: (counted: Evidence) => unknown): number {
  let count = 0;
  const assertions = of.assertions.map(
    (one) =>
      new Proxy(one, {
        get(target, name) {
          count += 1;
          return Reflect.get(target, name);
        },
      }),
  );
  work({ ...of, assertions });
  return count;
}

const name = (at: number): string => `a${String(at).padStart(6, '0')}`;
const articles = (count: number, of: (at: number) => ArticleInput): Record<string, ArticleInput> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), of(at)]));
const derived = (of: Evidence) => deriveEdges(of, new Set());

/** One claim of many outlets, each on the word of a source of its own. */
const outlets = (count: number): Evidence =>
  evidence({ articles: articles(count, (at) => ({ outlet: `o${at}`, says: [{ sources: [`s${at}`] }] })) });
/** Two claims that do not go together, each told on from article to article. */
const chain = (count: number): Evidence =>
  evidence({
    articles: articles(count, (at) => ({
      on: '2024-10-23',
      says: ['c', 'd'].map((claim) => ({
        claim,
        wording: `${claim}${at % 3}`,
        ...(at === 0 ? { sources: ['s'] } : { relays: [name(at - 1)] }),
      })),
    })),
    claims: { c: { stance: 'opposes' }, d: { stance: 'noncommittal' } },
  });

describe('twice as much takes about twice the work', () => {
  it.each<[string, (count: number) => Evidence, (of: Evidence) => unknown]>([
    ['the edges of a claim that many outlets report', outlets, derived],
    ['the ledger of a claim that many outlets report', outlets, contradictionsOf],
    ['the ledger of a chain of relays', chain, contradictionsOf],
  ])('%s', (_, make, work) => {
    const [once, twice] = [150, 300].map((count) => reads(make(count), work));
    expect((twice ?? 0) / (once ?? 1)).toBeLessThan(2.2);
  });
});

describe('a long chain', () => {
  it('of twenty thousand relays has its ledger', { timeout: 60_000 }, () => {
    const entries = contradictionsOf(chain(20_000));
    // The first article says both on the word of one source, and the others say both on its word: no two origins differ.
    expect(entries.map(({ type }) => type)).toEqual(['relayDivergence', 'relayDivergence']);
  });

  it('of twenty thousand relays is drawn out in full', () => {
    const sayer = (at: number) => ({ key: name(at), name: name(at) });
    const all = Array.from({ length: 20_000 }, (_, at) => ({
      key: `assertion ${at}`,
      claim: 'c',
      mode: 'asserts',
      article: sayer(at),
      relays: at === 0 ? [] : [{ article: sayer(at - 1), how: null }],
      sources: [],
    }));
    const [last] = all.slice(-1);
    const chains = last === undefined ? [] : chainFinder(all)(last);
    expect(chains).toHaveLength(1);
    expect(chains[0]).toHaveLength(20_000);
    expect(chains[0]?.at(-1)?.key).toBe(name(0));
  });
});

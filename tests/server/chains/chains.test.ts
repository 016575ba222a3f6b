// The chain of an assertion: in series, over every relay, ending where the trail does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainAssertion, chainFinder } from '../../../server/provenance/chains.ts';

const article = (key: string) => ({ key: `article:${key}`, name: key.toUpperCase() });

function assertion(of: string, parts: Partial<ChainAssertion> = {}): ChainAssertion {
  return {
    key: `assertion:${of}`,
    claim: 'claim:1',
    mode: 'asserts',
    article: article(of),
    relays: [],
    sources: [],
    ...parts,
  };
}
const relay = (...keys: string[]) => keys.map((key) => ({ article: article(key), how: 'according to' }));
const officials = {
  key: 'source:politico#four',
  kind: 'anonymous' as const,
  descriptor: 'four officials',
  actor: null,
};
const names = (chains: ReturnType<ReturnType<typeof chainFinder>>) =>
  chains.map((chain) => chain.map((link) => link.name));

describe('chains', () => {
  it('lead from the article over what it relays to that one’s sources', () => {
    const stub = assertion('politico', { sources: [officials] });
    const one = assertion('post', { relays: relay('politico') });
    expect(chainFinder([one, stub])(one)).toEqual([
      [
        { key: 'article:post', label: 'Article', name: 'POST', how: null, sourceKind: null },
        { key: 'article:politico', label: 'Article', name: 'POLITICO', how: 'according to', sourceKind: null },
        { key: 'source:politico#four', label: 'Source', name: 'four officials', how: null, sourceKind: 'anonymous' },
      ],
    ]);
  });

  it('take a relay and a source of one assertion in series: the relay alone leads on', () => {
    const stub = assertion('politico');
    const one = assertion('post', { relays: relay('politico'), sources: [officials] });
    expect(names(chainFinder([one, stub])(one))).toEqual([['POST', 'POLITICO']]);
  });

  it('branch where two are relayed, and where one has several sources', () => {
    const mark = {
      key: 'source:person:m',
      kind: 'named' as const,
      descriptor: 'the minister',
      actor: { key: 'person:m', name: 'Mark' },
    };
    const a = assertion('a', { sources: [officials, mark] });
    const one = assertion('post', { relays: relay('a', 'b') });
    const chains = chainFinder([one, a])(one);
    expect(names(chains)).toEqual([
      ['POST', 'A', 'four officials'],
      ['POST', 'A', 'Mark'],
      ['POST', 'B'],
    ]);
    expect(chains[1]?.at(-1)).toMatchObject({
      key: 'person:m',
      label: 'Actor',
      how: 'the minister',
      sourceKind: 'named',
    });
  });

  it('show who an anonymous source turned out to be as one more step', () => {
    const known = { ...officials, actor: { key: 'person:k', name: 'Kay' } };
    const one = assertion('post', { sources: [known] });
    expect(names(chainFinder([one])(one))).toEqual([['POST', 'four officials', 'Kay']]);
  });

  it('follow the same claim in the same mode only', () => {
    const denial = assertion('politico', { mode: 'denies', sources: [officials] });
    const other = assertion('politico', { claim: 'claim:2', sources: [officials] });
    const one = assertion('post', { relays: relay('politico') });
    expect(names(chainFinder([one, denial, other])(one))).toEqual([['POST', 'POLITICO']]);
  });

  it('end where they come back, with the article named once more', () => {
    const a = assertion('a', { relays: relay('b') });
    const b = assertion('b', { relays: relay('a') });
    expect(names(chainFinder([a, b])(a))).toEqual([['A', 'B', 'A']]);
    const self = assertion('s', { relays: relay('s') });
    expect(names(chainFinder([self])(self))).toEqual([['S', 'S']]);
  });

  it('are one for an article that names nobody', () => {
    const one = assertion('post');
    expect(names(chainFinder([one])(one))).toEqual([['POST']]);
  });

  it('end for every web of relays, each starting at the article and repeating none but at its end', () => {
    const web = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(web, (relays) => {
        const all = relays.map((to, at) =>
          assertion(`n${at}`, { relays: relay(...new Set(to.map((key) => `n${key}`))) }),
        );
        const [first] = all;
        if (first === undefined) return;
        const chains = chainFinder(all)(first);
        expect(chains.length).toBeGreaterThan(0);
        expect(chains.length).toBeLessThanOrEqual(50);
        for (const chain of chains) {
          expect(chain[0]?.key).toBe('article:n0');
          const inner = chain.slice(0, -1).map((link) => link.key);
          expect(new Set(inner).size).toBe(inner.length);
        }
      }),
    );
  });
});

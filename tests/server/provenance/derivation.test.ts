// The graph of where claims come from, as it is drawn.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { derivationOf } from '../../../server/provenance/derivation.ts';
import { indexEvidence, originsOf } from '../../../server/provenance/origins.ts';
import type { Evidence } from '../../../server/schema/evidence.ts';
import { evidenceFrom, wildInput } from './arbitrary.ts';
import { asserted, evidence } from './evidence.ts';

const derivation = (of: Evidence, nameOf?: (key: string) => string | undefined) =>
  derivationOf(indexEvidence(of), [asserted], nameOf);
const arrows = (of: Evidence) =>
  derivation(of).edges.map(({ source, target, kind, assertion }) => `${source} ${kind} ${target} (${assertion ?? ''})`);

const reports = evidence({
  articles: {
    a: { title: 'The Post', says: [{ relays: ['politico'] }] },
    b: { says: [{ relays: ['politico'] }] },
    d: { says: [{}] },
    p: { republishes: ['a'], says: [{}] },
    politico: { held: false, says: [{ sources: ['four', 'nobody'], knownFrom: ['a'] }] },
  },
  sources: { four: { identifiedAs: ['person:p'] }, nobody: { kind: 'unresolved' } },
});

it('leads from the claim over articles to sources and unresolved ends, each arrow with its assertion', () => {
  expect(arrows(reports)).toEqual([
    'a relays politico (a)',
    'b relays politico (b)',
    'c states a (a)',
    'c states b (b)',
    'c states d (d)',
    'c states p (p)',
    'd attributed unresolved:d ()',
    'p republishes a ()',
    'politico attributed four (politico)',
  ]);
});

it('says of each node what it is, and marks the cut', () => {
  const { nodes } = derivation(reports, (key) => (key === 'four' ? 'four officials' : undefined));
  expect(nodes.map(({ key, label, name }) => [key, label, name])).toEqual([
    ['a', 'Article', 'The Post'],
    ['b', 'Article', 'b'],
    ['c', 'Claim', 'The text of c'],
    ['d', 'Article', 'd'],
    ['four', 'Source', 'four officials'],
    ['p', 'Article', 'p'],
    ['politico', 'Article', 'politico'],
    ['unresolved:d', 'Unresolved', 'unresolved:d'],
  ]);
  expect(nodes.filter(({ inCut }) => inCut).map(({ key }) => key)).toEqual(['d', 'politico']);
  expect(nodes.find(({ key }) => key === 'politico')).toMatchObject({ held: false, identified: null });
  expect(nodes.find(({ key }) => key === 'four')).toMatchObject({ held: null, identified: true });
});

it('has each origin by itself: what it hangs on, and what lies behind', () => {
  expect(derivation(reports).origins).toEqual([
    { cut: ['d'], members: ['d'], circular: false, articles: ['d'], sources: [] },
    { cut: ['politico'], members: ['politico'], circular: false, articles: ['politico'], sources: ['four'] },
  ]);
});

it('takes a circle, and sources that are one, as one origin with all its members', () => {
  const circle = evidence({ articles: { a: { says: [{ relays: ['b'] }] }, b: { says: [{ relays: ['a'] }] } } });
  expect(derivation(circle).origins).toEqual([
    { cut: ['a'], members: ['a', 'b'], circular: true, articles: ['a', 'b'], sources: [] },
  ]);
  expect(derivation(circle).nodes.flatMap(({ key, inCut }) => (inCut ? [key] : []))).toEqual(['a', 'b']);
  const same = evidence({
    articles: { a: { says: [{ sources: ['x'] }] }, b: { says: [{ sources: ['y'] }] } },
    sources: { x: { sameAs: ['y'] } },
  });
  expect(derivation(same).origins).toEqual([
    { cut: ['x'], members: ['x', 'y'], circular: false, articles: ['a', 'b'], sources: ['x', 'y'] },
  ]);
});

it('marks all sources of a class that is cut', () => {
  const same = evidence({
    articles: { a: { says: [{ sources: ['x'] }] }, b: { says: [{ sources: ['y'] }] } },
    sources: { x: { sameAs: ['y'] } },
  });
  const cut = derivation(same).nodes.filter(({ inCut }) => inCut);
  expect(cut.map(({ key }) => key)).toEqual(['x', 'y']);
});

it('still shows what is withdrawn, and cuts nothing there', () => {
  const retracted = evidence({
    articles: { a: { says: [{ relays: ['r'] }] }, r: { retractedBy: ['n'], says: [{ sources: ['x'] }] }, n: {} },
  });
  expect(arrows(retracted)).toEqual(['a relays r (a)', 'c states a (a)', 'c states r (r)', 'r attributed x (r)']);
  expect(derivation(retracted).nodes.some(({ inCut }) => inCut)).toBe(false);
});

it('has every node that an edge joins, and every key of the cut', () => {
  fc.assert(
    fc.property(wildInput, (some) => {
      const all = evidenceFrom(some);
      const { nodes, edges } = derivation(all);
      const keys = new Set(nodes.map(({ key }) => key));
      expect(keys.size).toBe(nodes.length);
      for (const { source, target } of edges) expect([keys.has(source), keys.has(target)]).toEqual([true, true]);
      const { cut, max } = originsOf(indexEvidence(all), [asserted]);
      const { origins } = derivation(all);
      expect(origins).toHaveLength(max);
      expect(origins.flatMap((one) => one.cut).sort()).toEqual(cut);
      for (const key of cut) expect(nodes.find((node) => node.key === key)?.inCut).toBe(true);
    }),
    { seed: 9, numRuns: 300 },
  );
});

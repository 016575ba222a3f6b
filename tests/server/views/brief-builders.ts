// Data for briefs, made by hand: a plan, positions with their articles, quotations and chains.
import type { ContradictionView, StanceRow } from '../../../server/schema/comparison.ts';
import type { ArticleRef, AssertionView, ChainLink, NodeView } from '../../../server/schema/view.ts';
import type { BriefData, Position } from '../../../server/views/hearsay/brief/data.ts';
import { articleView, assertionView } from '../../view-builders.ts';

export const article = (key: string, outlet: string | null, more: Partial<ArticleRef> = {}): ArticleRef =>
  articleView(`article:${key}`, outlet === null ? null : { key: `outlet:${outlet.toLowerCase()}`, name: outlet }, {
    title: `Title of ${key}`,
    publishedFrom: '2024-10-24',
    publishedTo: '2024-10-24',
    dateBasis: 'stated',
    url: `https://example.org/${key}`,
    ...more,
  });

const link = (key: string, label: ChainLink['label'], name: string, sourceKind: ChainLink['sourceKind'] = null) => ({
  key,
  label,
  name,
  how: null,
  sourceKind,
});

/** The outlet read, the stub it relays, and the unnamed officials who spoke to that. */
export const politicoChain = (from: ArticleRef): ChainLink[] => [
  link(from.key, 'Article', from.outlet?.name ?? from.key),
  link('article:stub', 'Article', 'Politico'),
  link('source:stub#four', 'Source', 'four officials', 'anonymous'),
];

export const assertion = (key: string, of: ArticleRef, more: Partial<AssertionView> = {}): AssertionView =>
  assertionView(`assertion:${key}`, of, {
    quote: `words of ${key}`,
    start: 10,
    end: 20,
    chain: politicoChain(of),
    chains: [politicoChain(of)],
    ...more,
  });

export function position(
  assertions: readonly AssertionView[],
  row: Partial<StanceRow> = {},
  cut: { key: string; label: 'Article' | 'Source'; name: string } = {
    key: 'article:stub',
    label: 'Article',
    name: 'Politico, 2024-10-23',
  },
): Position {
  const full: StanceRow = {
    originsMin: 1,
    originsMax: 1,
    originsByOwner: 1,
    sources: 4,
    articles: assertions.length,
    outlets: assertions.length,
    unnamedOutlets: 0,
    contested: false,
    first: '2024-10-23',
    last: '2024-10-24',
    holder: { key: 'country:hu', name: 'Hungary', labels: ['Country'] },
    plan: { key: 'plan:invitation', name: 'Invitation' },
    stance: 'opposes',
    edgeKey: 'OPPOSES~country:hu~plan:invitation',
    ...row,
  };
  const node = (key: string, labels: string[], name: string): NodeView => ({ key, labels, name, properties: {} });
  return {
    row: full,
    evidence: {
      edge: {
        key: full.edgeKey,
        source: full.holder.key,
        target: full.plan.key,
        type: 'OPPOSES',
        derived: true,
        properties: {},
      },
      source: node(full.holder.key, full.holder.labels, full.holder.name),
      target: node(full.plan.key, ['Plan'], full.plan.name),
      assertions: [...assertions],
      places: [],
      origins: {
        min: full.originsMin,
        max: full.originsMax,
        byOwner: full.originsByOwner,
        sources: full.sources,
        cut: [cut.key],
        circular: [],
        dateConflicts: [],
        unresolved: [],
        retracted: [],
        corrected: [],
      },
      derivation: {
        nodes: [
          { ...cut, held: false, identified: null, inCut: true },
          {
            key: 'source:stub#four',
            label: 'Source',
            name: 'four officials',
            held: null,
            identified: false,
            inCut: false,
          },
        ],
        edges: [
          {
            source: 'article:stub',
            target: 'source:stub#four',
            kind: 'attributed',
            how: null,
            quote: null,
            assertion: null,
          },
        ],
        origins: [
          {
            cut: [cut.key],
            members: [cut.key],
            circular: false,
            name: cut.name,
            onWordOf: cut.label === 'Source' ? [] : ['four officials (unnamed)'],
            title: cut.name,
          },
        ],
      },
      contradictions: [],
    },
  };
}

export const data = (more: Partial<BriefData> = {}): BriefData => ({
  plan: { key: 'plan:invitation', name: 'Invitation', labels: ['Plan'] },
  holder: null,
  day: '2026-11-22',
  filter: { asOf: null, without: [], case: null, grade: null },
  positions: [],
  others: [],
  contradictions: [],
  silent: null,
  sources: new Map(),
  ...more,
});

type Side = ContradictionView['a'];
export const side = (title: string, mode: Side['mode'], assertions: string[], who: string | null = null): Side => ({
  title,
  claim: 'claim:hu',
  article: null,
  quote: null,
  mode,
  assertions,
  holder: null,
  stance: 'opposes',
  channel: null,
  sayers: assertions.map((key) => ({
    assertion: key,
    mode,
    article: article('any', 'Any'),
    wording: null,
    quote: null,
    start: null,
    end: null,
    onWordOf: who,
  })),
  origins: { min: 1, max: 1, sources: 1 },
});

export const contradiction = (a: Side, b: Side, more: Partial<ContradictionView> = {}): ContradictionView => ({
  key: 'contradiction:1',
  type: 'denial',
  questionKey: 'question:hu',
  a,
  b,
  explanation: 'One side asserts it, the other denies it.',
  holder: { key: 'country:hu', name: 'Hungary' },
  plan: { key: 'plan:invitation', name: 'Invitation' },
  edges: [],
  contests: true,
  disposition: { state: 'open', by: null, why: null, on: null },
  ...more,
});

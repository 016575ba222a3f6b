// After a decision, whatever is looked at is asked for again, and what is there stays until the answer has come.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { briefPage } from '../../client/state/brief.ts';
import { cases, startCases } from '../../client/state/cases.ts';
import { comparisonStatus } from '../../client/state/compare.ts';
import { dataset, loading, meta } from '../../client/state/data.ts';
import { articleLinks, decide, grades, hypotheses, suggestions, suggestionsWanted } from '../../client/state/decide.ts';
import { article, evidence, nodeDetail, sayings } from '../../client/state/details.ts';
import { dispose, ledger, panelLedger } from '../../client/state/ledger.ts';
import { pathResult } from '../../client/state/path.ts';
import type { Resource } from '../../client/state/resource.ts';
import { selectArticle, selectEdge, selectNode } from '../../client/state/selection.ts';
import { spread, spreadOf } from '../../client/state/spread.ts';
import { table } from '../../client/state/stances.ts';
import { utterance } from '../../client/state/utterance.ts';
import { applyView, evidenceFilter, path, since, tab } from '../../client/state/view.ts';
import { defaultView } from '../../client/state/view-url.ts';
import { node, sample } from './builders.ts';
import { graphAnswer } from './graph-answer.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
const edge = 'OPPOSES~country:hu~plan:invitation';
let asked: string[] = [];
const graph = { nodes: [...sample.nodes.values()], edges: [...sample.edges.values()] };
const lists = 'nodes edges articles grades hypotheses links cases rows plans paths added removed changed assertions';

/** Every question is answered with empty lists, but that for the graph; only an edge has entries in the ledger. */
async function answer(address: string): Promise<Response> {
  asked.push(decodeURIComponent(address));
  if (address.startsWith('/api/graph')) return graphAnswer(graph);
  const empty = Object.fromEntries(lists.split(' ').map((name) => [name, []]));
  return Response.json({
    ...empty,
    truncated: false,
    node: node('utterance:u'),
    next: null,
    length: null,
    edge: { key: edge, source: 'country:hu', target: 'plan:invitation', type: 'OPPOSES', derived: true },
    contradictions: ['contradiction:a'],
    counts: { entries: 0, contesting: 0, types: {}, dispositions: {}, plans: [] },
  });
}

beforeEach(() => {
  vi.stubGlobal('fetch', answer);
  applyView(defaultView);
  dataset.value = sample;
  meta.value = {
    engine: { name: 'embedded', version: '1' },
    version: '1',
    model: 'hearsay',
    writable: true,
    languageModel: null,
    labels: [],
    types: [],
    counts: { nodes: 0, edges: 0, articles: 0, claims: 0, assertions: 0 },
    limits: {
      graphNodes: 1,
      neighbours: 1,
      searchLength: 1,
      searchRows: 1,
      maxHops: 1,
      documentBytes: 1,
      query: { writes: false, timeoutMs: 1, rows: 1, concurrency: 1, memoryMb: null, statementLength: 1, depth: 1 },
    },
  };
  loading.value = { state: 'ready' };
});
afterEach(async () => {
  applyView(defaultView);
  [spreadOf.value, suggestionsWanted.value] = [null, undefined];
  loading.value = { state: 'loading', what: 'Loading the graph' };
  await settle();
  vi.unstubAllGlobals();
});

const openTab = (name: typeof tab.value) => () => {
  tab.value = name;
};
const views: [string, () => void, Pick<Resource<unknown>, 'status'>, string][] = [
  ['article', () => selectArticle('article:a'), article, '/api/articles/article:a'],
  ['evidence', () => selectEdge(edge), evidence, `/api/edges/${edge}/evidence`],
  ['node', () => selectNode('country:hu'), nodeDetail, '/api/nodes/country:hu'],
  ['sayings', () => selectNode('country:hu'), sayings, '/api/nodes/country:hu/neighbours?types=IDENTIFIED_AS'],
  ['utterance', () => selectNode('utterance:u'), utterance, '/api/utterances/utterance:u'],
  ['matrix', openTab('matrix'), table, '/api/stances'],
  ['ledger', openTab('ledger'), ledger, '/api/contradictions?order=question&limit=100'],
  ['ledger of an edge', () => selectEdge(edge), panelLedger, '/api/contradictions?keys=contradiction:a'],
  ['grades', () => undefined, grades, '/api/grades'],
  ['hypotheses', () => undefined, hypotheses, '/api/hypotheses'],
  ['links of articles', () => undefined, articleLinks, '/api/article-links'],
  [
    'days compared',
    () => {
      since.value = '2024-10-23';
    },
    { status: comparisonStatus },
    '/api/diff?from=2024-10-23',
  ],
  [
    'with and without',
    () => {
      evidenceFilter.value = { ...evidenceFilter.value, without: new Set(['outlet:politico']) };
    },
    { status: comparisonStatus },
    '/api/graph?view=explorer&without=outlet:politico',
  ],
  [
    'spread',
    () => {
      spreadOf.value = { edge };
    },
    spread,
    `/api/spread?edge=${edge}`,
  ],
  [
    'path',
    () => {
      path.value = { from: 'country:hu', to: 'country:sk', maxHops: 4 };
    },
    pathResult,
    '/api/paths?from=country:hu',
  ],
  [
    'suggestions',
    () => {
      suggestionsWanted.value = true;
    },
    suggestions,
    '/api/suggestions',
  ],
];

const decisions: [string, () => Promise<unknown>][] = [
  ['a grade', () => decide('Grading', async () => ({ key: 'outlet:politico', outcome: 'changed', edges: [] }))],
  ['a disposition', () => dispose('contradiction:c', { state: 'settled', by: 'Ada', why: 'It is.' })],
];

for (const [decision, make] of decisions) {
  test.each(views)(`after ${decision} it is asked again: %s`, async (_, look, { status }, address) => {
    look();
    await settle();
    const before = status.peek();
    expect(before.state).toBe('ready');
    asked = [];
    const states = new Set<string>();
    const stop = status.subscribe((now) => states.add(now.state));
    await make();
    await settle();
    stop();
    expect(asked.filter((one) => one.startsWith(address) && !one.includes('/disposition'))).not.toEqual([]);
    expect([...states]).toEqual(['ready']);
    expect(status.peek()).not.toBe(before);
  });
}

test('the brief is another page after a decision, and the cases are asked for again', async () => {
  const stop = startCases();
  await settle();
  const before = briefPage.peek();
  asked = [];
  await decisions[0]?.[1]();
  await settle();
  expect(before?.address).toContain('plan=plan%3Ainvitation');
  expect(briefPage.peek()).toMatchObject({ version: (before?.version ?? 0) + 1 });
  expect(asked.filter((one) => one === '/api/cases')).toHaveLength(1);
  expect(cases.peek()).toEqual([]);
  stop();
});

test('a decision that is refused changes nothing that is looked at', async () => {
  openTab('matrix')();
  await settle();
  asked = [];
  expect(await decide('Grading', () => Promise.reject(new Error('read only')))).toBe(false);
  await settle();
  expect(asked).toEqual([]);
});

// Small graphs for the client's tests: a plan, holders around it, outlets, and what joins them.
import { type Dataset, emptyDataset, merge } from '../../client/graph/model.ts';
import type { EdgeView, NodeView } from '../../server/schema/view.ts';

const labels: Readonly<Record<string, string>> = {
  person: 'Person',
  country: 'Country',
  organization: 'Organization',
  group: 'Group',
  outlet: 'Outlet',
  plan: 'Plan',
  event: 'Event',
  article: 'Article',
  assertion: 'Assertion',
  claim: 'Claim',
  quote: 'Quote',
  utterance: 'Utterance',
  source: 'Source',
};

/** A node whose label is told by its key: "country:hu" is a Country. */
export function node(key: string, name = key, properties: NodeView['properties'] = {}): NodeView {
  return { key, labels: [labels[key.split(':')[0] ?? ''] ?? 'Thing'], name, properties };
}

const derived = new Set(['OPPOSES', 'SUPPORTS', 'NONCOMMITTAL_ON', 'DEFERS_ON', 'CITES', 'QUOTES', 'REPORTS']);

export function edge(type: string, source: string, target: string, properties: EdgeView['properties'] = {}): EdgeView {
  return { key: `${type}~${source}~${target}`, source, target, type, derived: derived.has(type), properties };
}

/** A stance edge that so many articles in so many outlets give, on so many origins, least and most. */
export const stance = (
  type: string,
  source: string,
  target: string,
  articles = 1,
  outlets = 1,
  [originsMin, originsMax]: readonly [number, number] = [1, 1],
  contested = false,
): EdgeView =>
  edge(type, source, target, {
    articles,
    outlets,
    unnamedOutlets: 0,
    sources: originsMax,
    originsMin,
    originsMax,
    originsByOwner: originsMax,
    contested,
  });

export const dataset = (nodes: readonly NodeView[], edges: readonly EdgeView[] = []): Dataset =>
  merge(emptyDataset, nodes, edges);

/** Two plans, six holders, three outlets, a bystander and an event. */
export const sample: Dataset = dataset(
  [
    node('plan:invitation', 'NATO invitation for Ukraine'),
    node('plan:membership', 'NATO membership of Ukraine'),
    node('plan:lesser', 'A lesser plan'),
    node('country:hu', 'Hungary', { iso2: 'HU' }),
    node('country:sk', 'Slovakia', { iso2: 'SK' }),
    node('country:de', 'Germany', { iso2: 'DE' }),
    node('country:be', 'Belgium', { iso2: 'BE' }),
    node('country:ua', 'Ukraine', { iso2: 'UA' }),
    node('person:zelensky', 'Volodymyr Zelensky'),
    node('person:bystander', 'Somebody else'),
    node('outlet:politico', 'Politico'),
    node('outlet:kyiv-post', 'Kyiv Post'),
    node('outlet:suspilne', 'Suspilne'),
    node('event:summit', 'Summit'),
  ],
  [
    stance('OPPOSES', 'country:hu', 'plan:invitation', 3, 2),
    stance('OPPOSES', 'country:sk', 'plan:invitation', 2),
    stance('OPPOSES', 'country:de', 'plan:invitation', 1),
    stance('NONCOMMITTAL_ON', 'country:de', 'plan:invitation', 2),
    stance('DEFERS_ON', 'country:be', 'plan:invitation', 1),
    stance('SUPPORTS', 'country:ua', 'plan:invitation', 4),
    stance('SUPPORTS', 'person:zelensky', 'plan:membership', 2),
    stance('OPPOSES', 'country:hu', 'plan:membership', 1),
    stance('SUPPORTS', 'person:zelensky', 'plan:lesser', 1),
    edge('CITES', 'outlet:kyiv-post', 'outlet:politico', { articles: 1 }),
    edge('CITES', 'outlet:suspilne', 'outlet:politico', { articles: 1 }),
    edge('QUOTES', 'outlet:kyiv-post', 'person:zelensky', { articles: 1 }),
    edge('HOLDS_OFFICE', 'person:zelensky', 'country:ua', { title: 'President' }),
    edge('MEMBER_OF', 'person:bystander', 'country:hu'),
    edge('CONCERNS', 'event:summit', 'plan:invitation'),
  ],
);

// The way from claims over the articles that relay one another to sources and unresolved ends, to be drawn.
import { compare } from '../schema/lists.ts';
import type { DerivationEdge, DerivationNode } from '../schema/origins.ts';
import { eachOrigin, type Origin } from './each-origin.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import { networkOf, solve } from './network.ts';
import { type Support, trailOf } from './trail.ts';

export interface Derivation {
  nodes: DerivationNode[];
  edges: DerivationEdge[];
  /** One for each member of the cut. */
  origins: Origin[];
}

/** The key of the node drawn where an article says nothing of where it has the claim. */
const unresolvedKey = (article: string): string => `unresolved:${article}`;

/**
 * Nodes and edges of all trails of the supports, those that are withdrawn too, and the origins of what counts; all
 * sorted. A class of sources in the cut marks all its sources, circular reporting all its articles. Names come from
 * `nameOf`, else from the evidence, else they are keys; `how` and `quote` of an edge are null: the words are with its
 * assertion in the store.
 */
export function derivationOf(
  index: EvidenceIndex,
  supports: readonly Support[],
  nameOf: (key: string) => string | undefined = () => undefined,
): Derivation {
  const { evidence, classes } = index;
  const trail = trailOf(index.said, supports);
  const network = networkOf(trailOf(index.counting, supports), classes);
  const origins = eachOrigin(network, solve(network), classes);
  const cut = new Set(origins.flatMap(({ circular, members, cut: keys }) => (circular ? members : keys)));
  const cutClasses = new Set([...cut].filter((key) => !evidence.articles.has(key)).map(classes.of));
  const nodes = new Map<string, DerivationNode>();
  const edges = new Map<string, DerivationEdge>();
  const addNode = (key: string, node: Omit<DerivationNode, 'key'>): void => {
    if (!nodes.has(key)) nodes.set(key, { key, ...node });
  };
  const article = (key: string): void => {
    const row = evidence.articles.get(key);
    const name = nameOf(key) ?? row?.title ?? key;
    addNode(key, { label: 'Article', name, held: row?.held ?? false, identified: null, inCut: cut.has(key) });
  };
  const source = (key: string): void => {
    const name = classes.of(key);
    addNode(key, {
      label: classes.isNobody(name) ? 'Unresolved' : 'Source',
      name: nameOf(key) ?? key,
      held: null,
      identified: classes.isIdentified(name),
      inCut: cutClasses.has(name),
    });
  };
  const connect = (from: string, to: string, kind: DerivationEdge['kind'], assertion: string | null): void => {
    const id = `${from} ${to} ${kind} ${assertion ?? ''}`;
    edges.set(id, { source: from, target: to, kind, how: null, quote: null, assertion });
  };
  for (const { claim, article: by, assertion } of trail.entries) {
    const name = nameOf(claim) ?? evidence.claims.get(claim)?.text ?? claim;
    addNode(claim, { label: 'Claim', name, held: null, identified: null, inCut: false });
    article(by);
    connect(claim, by, 'states', assertion);
  }
  for (const { from, to, kind, assertion } of trail.links) {
    article(from);
    if (kind === 'attributed') source(to);
    else article(to);
    connect(from, to, kind, assertion);
  }
  for (const key of trail.ends) {
    article(key);
    const end = unresolvedKey(key);
    addNode(end, { label: 'Unresolved', name: nameOf(end) ?? end, held: null, identified: false, inCut: false });
    connect(key, end, 'attributed', null);
  }
  return {
    nodes: [...nodes.values()].sort((a, b) => compare(a.key, b.key)),
    edges: [...edges].sort(([a], [b]) => compare(a, b)).map(([, edge]) => edge),
    origins,
  };
}

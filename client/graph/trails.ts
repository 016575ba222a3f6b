// The ways from what is read to where its trail ends, as one small graph: nodes and links, without the claim itself.
import type { DerivationEdge, DerivationNode } from '../../server/schema/origins.ts';
import type { AssertionView, ChainLink, Evidence } from '../../server/schema/view.ts';

export interface TrailNode {
  key: string;
  label: 'Article' | 'Source' | 'Unresolved';
  name: string;
  /** What it is, in the words of a small second line. */
  note: string;
  /** The origin hangs on it: without it the support is gone. */
  inCut: boolean;
  /** Drawn with a broken frame: not held, not named, not known. */
  vague: boolean;
}
export interface TrailLink {
  source: string;
  target: string;
  kind: 'relays' | 'republishes' | 'attributed';
  /** The article's words that tie the two. */
  how: string | null;
  /** The passage that says so. */
  quote: string | null;
  /** The assertion that carries the link. */
  assertion: string | null;
}
export interface Trail {
  nodes: readonly TrailNode[];
  links: readonly TrailLink[];
}

/** An article without a title in an outlet without a name has nothing but its key: say so in words. */
export const nameless = 'Outlet not named';

const isLink = (edge: DerivationEdge): edge is DerivationEdge & { kind: TrailLink['kind'] } => edge.kind !== 'states';

/** What is said of an article beside its name; undefined where it is not known here. */
export type ArticleNote = (key: string) => { name: string; note: string } | undefined;

function nodeOf(node: DerivationNode, article: ArticleNote): TrailNode {
  const { key, inCut } = node;
  const plain = node.name === node.key || node.name === '' ? undefined : node.name;
  if (node.label === 'Article' || node.label === 'Claim') {
    const known = article(key);
    const note = known?.note ?? (node.held === false ? 'not held' : 'article');
    return {
      key,
      label: 'Article',
      name: known?.name ?? plain ?? nameless,
      note,
      inCut,
      vague: node.held === false,
    };
  }
  // An end that is a record of its own, though an unknown source, can be opened like any other.
  if (node.label === 'Unresolved' && !key.startsWith('source:'))
    return { key, label: 'Unresolved', name: 'No source named', note: 'the trail ends here', inCut, vague: true };
  const note = node.identified ? 'identified source' : 'source not identified';
  return {
    key,
    label: 'Source',
    name: plain ?? 'A source',
    note: node.label === 'Unresolved' ? 'unknown source' : note,
    inCut,
    vague: node.identified !== true,
  };
}

/** The part of a derivation that is reached from `starts`, which are articles; the claim is left out. */
export function trailFrom(
  { nodes, edges }: NonNullable<Evidence['derivation']>,
  starts: Iterable<string>,
  article: ArticleNote,
): Trail {
  const links = edges.filter(isLink);
  const reached = new Set(starts);
  // A set grows while it is walked: each node that is reached is visited once.
  for (const key of reached) for (const link of links) if (link.source === key) reached.add(link.target);
  return {
    nodes: nodes.filter((node) => node.label !== 'Claim' && reached.has(node.key)).map((node) => nodeOf(node, article)),
    links: links.filter((link) => reached.has(link.source)),
  };
}

const sourceNotes: Readonly<Record<string, string>> = {
  named: 'named source',
  document: 'document',
  ownReporting: 'own reporting',
  anonymous: 'anonymous source',
  unresolved: 'unknown source',
};

const ofChainLink = (link: ChainLink): TrailNode => ({
  key: link.key,
  label: link.label === 'Article' || link.label === 'Outlet' ? 'Article' : 'Source',
  name: link.name === link.key ? nameless : link.name,
  note: link.sourceKind ? (sourceNotes[link.sourceKind] ?? link.sourceKind) : link.label.toLowerCase(),
  inCut: false,
  vague: link.sourceKind === 'anonymous' || link.sourceKind === 'unresolved',
});

/** The chains of one assertion, drawn as one graph: what they share is there once. */
export function trailOfChains({ key, chains }: Pick<AssertionView, 'key' | 'chains'>): Trail {
  const nodes = new Map<string, TrailNode>();
  const links = new Map<string, TrailLink>();
  for (const chain of chains) {
    for (const [index, step] of chain.entries()) {
      if (!nodes.has(step.key)) nodes.set(step.key, ofChainLink(step));
      const before = chain[index - 1];
      if (!before || before.key === step.key) continue;
      links.set(`${before.key}\n${step.key}\n${step.how}`, {
        source: before.key,
        target: step.key,
        kind: step.sourceKind ? 'attributed' : 'relays',
        how: step.how,
        quote: null,
        assertion: index === 1 ? key : null,
      });
    }
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

// Derives the edges a person looks at from the evidence: stances, reports, quotations and citations, with their origins.
import type {
  DerivedEdge,
  DerivedEdgeId,
  DerivedProperties,
  DerivedType,
  Evidence,
  EvidenceArticle,
  EvidenceAssertion,
} from '../schema/evidence.ts';
import { compare, groupBy } from '../schema/lists.ts';
import type { Stance } from '../schema/stance.ts';
import { atOnce, each, flatMapSteps, type Steps, sortSteps } from '../schema/steps.ts';
import { type EvidenceIndex, indexEvidence, originsOf, type Support } from './origins.ts';

export const stanceEdge: Readonly<Record<Stance, DerivedType>> = {
  opposes: 'OPPOSES',
  supports: 'SUPPORTS',
  noncommittal: 'NONCOMMITTAL_ON',
  defers: 'DEFERS_ON',
};

/** One string for an edge, the same for the same three parts. */
export const edgeId = (edge: DerivedEdgeId): string => `${edge.type}~${edge.source}~${edge.target}`;

/** The edges that one assertion supports. */
function edgesOf(one: EvidenceAssertion, { claims, articles }: Evidence): DerivedEdgeId[] {
  const edges: DerivedEdgeId[] = [];
  const claim = claims.get(one.claim);
  const outlet = articles.get(one.article)?.outlet ?? null;
  if (claim !== undefined && one.mode === 'asserts') {
    const { kind, stance, holder, target } = claim;
    if (kind === 'stance' && one.modality === 'now' && stance !== null && target !== null) {
      edges.push({ type: stanceEdge[stance], source: holder, target });
    }
    if (outlet !== null) edges.push({ type: 'REPORTS', source: outlet, target: one.claim });
  }
  if (outlet === null) return edges;
  for (const speaker of one.speakers) edges.push({ type: 'QUOTES', source: outlet, target: speaker });
  const cited = new Set(one.relays.flatMap((key) => articles.get(key)?.outlet ?? []));
  for (const other of cited) if (other !== outlet) edges.push({ type: 'CITES', source: outlet, target: other });
  return edges;
}

/** What an edge rests on: its assertions, as the entries of their claims. A stance edge is about today's position. */
export function supportsOf(type: DerivedType, assertions: readonly EvidenceAssertion[]): Support[] {
  const modality = Object.values(stanceEdge).includes(type) ? 'now' : null;
  return [...groupBy(assertions, ({ claim, mode }) => `${mode} ${claim}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { claim, mode } = first;
    return [{ claim, mode, modality, assertions: new Set(group.map(({ assertion }) => assertion)) }];
  });
}

function days(articles: Iterable<EvidenceArticle>): Pick<DerivedProperties, 'first' | 'last'> {
  let first: string | undefined;
  let last: string | undefined;
  for (const { publishedFrom, publishedTo } of articles) {
    const from = (publishedFrom ?? publishedTo)?.slice(0, 10);
    const to = (publishedTo ?? publishedFrom)?.slice(0, 10);
    if (from !== undefined && (first === undefined || from < first)) first = from;
    if (to !== undefined && (last === undefined || to > last)) last = to;
  }
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}

/** The held articles that say so: in their own text, or by showing what another says; not what is withdrawn itself. */
function sayersOf(assertions: readonly EvidenceAssertion[], index: EvidenceIndex): EvidenceArticle[] {
  const sayers = new Map<string, EvidenceArticle>();
  for (const one of assertions) {
    if (index.isWithdrawn(one)) continue;
    for (const article of index.counting.shownBy(one)) sayers.set(article.article, article);
  }
  return [...sayers.values()];
}

/** Only stances and reports are contested with their claims: that somebody was quoted or cited is not. */
const isAboutClaim = (type: DerivedType): boolean => type !== 'QUOTES' && type !== 'CITES';

function summarise(
  { type, source, target }: DerivedEdgeId,
  assertions: readonly EvidenceAssertion[],
  index: EvidenceIndex,
  contested: ReadonlySet<string>,
): DerivedEdge {
  const articles = sayersOf(assertions, index);
  const origins = originsOf(index, supportsOf(type, assertions));
  return {
    type,
    source,
    target,
    properties: {
      derived: true,
      articles: articles.length,
      outlets: new Set(articles.flatMap(({ outlet }) => outlet ?? [])).size,
      unnamedOutlets: articles.filter(({ outlet }) => outlet === null).length,
      sources: origins.sources,
      originsMin: origins.min,
      originsMax: origins.max,
      originsByOwner: origins.byOwner,
      contested: isAboutClaim(type) && assertions.some(({ claim }) => contested.has(claim)),
      ...days(articles),
    },
  };
}

/** Edges by id, each with the assertions under it. */
export type UnderEdges = ReadonlyMap<
  string,
  { readonly edge: DerivedEdgeId; readonly assertions: readonly EvidenceAssertion[] }
>;

/** The assertions under each edge: accepted ones of newest texts, those that are withdrawn too. */
export function* underEdgeSteps(index: EvidenceIndex): Steps<UnderEdges> {
  const found = new Map<string, { edge: DerivedEdgeId; assertions: EvidenceAssertion[] }>();
  yield* each(index.evidence.assertions, (one) => {
    if (index.said.showing(one).length === 0) return;
    for (const edge of edgesOf(one, index.evidence)) {
      const id = edgeId(edge);
      const entry = found.get(id);
      if (entry === undefined) found.set(id, { edge, assertions: [one] });
      else entry.assertions.push(one);
    }
  });
  return found;
}

/** All of `underEdgeSteps` at once. */
export const assertionsByEdge = (index: EvidenceIndex): UnderEdges => atOnce(underEdgeSteps(index));

/**
 * The derived edges of the evidence, sorted by type, source and target; `contested` are keys of claims. Only accepted
 * assertions of the newest text of a held article count, a reconstructed one through the articles that show it. An edge
 * all of whose support is withdrawn stays, with origins 0–0. Near linear in the evidence.
 */
export function* deriveSteps(
  index: EvidenceIndex,
  under: UnderEdges,
  contested: ReadonlySet<string>,
): Steps<DerivedEdge[]> {
  const sorted = yield* sortSteps([...under], ([a], [b]) => compare(a, b));
  return yield* flatMapSteps(sorted, ([, { edge, assertions }]) => summarise(edge, assertions, index, contested));
}

/** All of it at once: the edges of the evidence. */
export function deriveEdges(evidence: Evidence, contested: ReadonlySet<string>): DerivedEdge[] {
  const index = indexEvidence(evidence);
  return atOnce(deriveSteps(index, assertionsByEdge(index), contested));
}

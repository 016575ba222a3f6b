// Derives the edges a person looks at from the assertions: stances, reports, quotations and citations.
import type { DerivedEdge, DerivedEdgeId, DerivedType, EvidenceArticle, EvidenceRow } from '../schema/evidence.ts';
import type { Stance } from '../schema/stance.ts';

export const stanceEdge: Readonly<Record<Stance, DerivedType>> = {
  opposes: 'OPPOSES',
  supports: 'SUPPORTS',
  noncommittal: 'NONCOMMITTAL_ON',
  defers: 'DEFERS_ON',
};

/** One string for an edge, the same for the same three parts. */
export const edgeId = (edge: DerivedEdgeId): string => `${edge.type}~${edge.source}~${edge.target}`;

/** The held articles through which an assertion counts: its own, or for a stub's those it is known from. */
function articlesOf(row: EvidenceRow): EvidenceArticle[] {
  const articles = row.reconstructed ? row.knownFrom : row.held ? [row] : [];
  return articles.filter((article) => article.newer.length === 0);
}

/** The edges that one assertion supports. */
function edgesOf(row: EvidenceRow): DerivedEdgeId[] {
  const edges: DerivedEdgeId[] = [];
  const { outlet, target, stance } = row;
  if (row.mode === 'asserts') {
    if (row.kind === 'stance' && row.modality === 'now' && stance !== null && target !== null) {
      edges.push({ type: stanceEdge[stance], source: row.holder, target });
    }
    if (outlet !== null) edges.push({ type: 'REPORTS', source: outlet, target: row.claim });
  }
  if (outlet === null) return edges;
  for (const speaker of row.speakers) edges.push({ type: 'QUOTES', source: outlet, target: speaker });
  for (const relayed of row.relays) {
    if (relayed.outlet !== null && relayed.outlet !== outlet) {
      edges.push({ type: 'CITES', source: outlet, target: relayed.outlet });
    }
  }
  return edges;
}

function summarise(id: DerivedEdgeId, articles: readonly EvidenceArticle[]): DerivedEdge {
  let first: string | undefined;
  let last: string | undefined;
  for (const { publishedFrom, publishedTo } of articles) {
    const from = (publishedFrom ?? publishedTo)?.slice(0, 10);
    const to = (publishedTo ?? publishedFrom)?.slice(0, 10);
    if (from !== undefined && (first === undefined || from < first)) first = from;
    if (to !== undefined && (last === undefined || to > last)) last = to;
  }
  const outlets = new Set(articles.flatMap(({ outlet }) => outlet ?? []));
  return {
    ...id,
    properties: {
      derived: true,
      articles: articles.length,
      outlets: outlets.size,
      unnamedOutlets: articles.filter(({ outlet }) => outlet === null).length,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
    },
  };
}

/**
 * The derived edges of these assertions, sorted by type, source and target. Only accepted assertions of the newest
 * revision of a held article count, a stub's through the held articles it is known from.
 */
export function deriveEdges(rows: readonly EvidenceRow[]): DerivedEdge[] {
  const found = new Map<string, { id: DerivedEdgeId; articles: Map<string, EvidenceArticle> }>();
  for (const row of rows) {
    if (row.review !== 'accepted') continue;
    const articles = articlesOf(row);
    if (articles.length === 0) continue;
    for (const id of edgesOf(row)) {
      const name = edgeId(id);
      const entry = found.get(name) ?? { id, articles: new Map<string, EvidenceArticle>() };
      found.set(name, entry);
      for (const article of articles) entry.articles.set(article.article, article);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { id, articles }]) => summarise(id, [...articles.values()]));
}

// The JSON that the server sends and the client draws.
import { z } from 'zod';
import { Account } from './accounts.ts';
import { DerivationEdge, DerivationNode, NamedOrigin, Origins } from './origins.ts';
import { LanguageModel } from './proposal.ts';
import { Channel, DateBasis, Modality, Mode, Review, SourceKind, Stance } from './stance.ts';

/** A property as sent: whole numbers beyond ±2^53 arrive as strings. */
export const PropertyValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
]);
export const Properties = z.record(z.string(), PropertyValue);

export type Properties = z.infer<typeof Properties>;

export const NodeView = z.object({
  key: z.string(),
  labels: z.array(z.string()).describe('Without the helper labels Record and Actor; the most specific first.'),
  name: z.string().describe('What to write beside it.'),
  properties: Properties,
});
export type NodeView = z.infer<typeof NodeView>;

export const EdgeView = z.object({
  key: z.string().describe('TYPE~source~target, and ~n for a further one of that kind between the two.'),
  source: z.string(),
  target: z.string(),
  type: z.string(),
  derived: z.boolean().describe('True for what is computed from the assertions, false for what a report states.'),
  properties: Properties,
});
export type EdgeView = z.infer<typeof EdgeView>;

export const GraphView = z.object({
  nodes: z.array(NodeView),
  edges: z.array(EdgeView),
  truncated: z.boolean().describe('True where the display limit left something out.'),
});
export type GraphView = z.infer<typeof GraphView>;

export const Meta = z.object({
  engine: z.object({ name: z.enum(['embedded', 'neo4j']), version: z.string() }),
  version: z.string().describe("Hearsay's own version."),
  model: z.enum(['hearsay', 'foreign']),
  writable: z.boolean(),
  account: Account.optional().describe('Who is signed in; absent where this server has no accounts.'),
  languageModel: LanguageModel.nullable().describe('For POST /api/query/propose; null where no language model is set.'),
  labels: z.array(
    z.object({
      label: z.string(),
      count: z.int(),
      captions: z
        .array(z.array(z.string()))
        .optional()
        .describe(
          'In a database of another model: by which properties its nodes are called, the likeliest first; several of one item are joined by blanks.',
        ),
    }),
  ),
  types: z.array(z.object({ type: z.string(), count: z.int(), derived: z.boolean() })),
  counts: z.object({ nodes: z.int(), edges: z.int(), articles: z.int(), claims: z.int(), assertions: z.int() }),
  limits: z.object({
    graphNodes: z.int(),
    neighbours: z.int(),
    searchLength: z.int(),
    searchRows: z.int(),
    maxHops: z.int(),
    documentBytes: z.int(),
    query: z
      .object({
        writes: z.boolean().describe('Whether typed Cypher may write here, where the person switches it on.'),
        timeoutMs: z.int(),
        rows: z.int(),
        concurrency: z.int().describe('Statements at once, for each client.'),
        memoryMb: z.int().nullable().describe('For each statement; null where Neo4j decides.'),
        statementLength: z.int(),
        depth: z.int(),
      })
      .describe('For POST /api/query.'),
  }),
});
export type Meta = z.infer<typeof Meta>;

export const SearchRow = z.object({
  key: z.string(),
  labels: z.array(z.string()),
  name: z.string(),
  aliases: z.array(z.string()),
  score: z
    .number()
    .describe(
      '4 the name or an alias itself, in whatever spelling, 3 the beginning of the name or of words in it, 2 of words in ' +
        'aliases, or in another spelling, 1 the text. ' +
        'In a database of another model 2 is another part of the name.',
    ),
});
export type SearchRow = z.infer<typeof SearchRow>;
export const SearchResult = z.object({
  rows: z.array(SearchRow),
  partial: z
    .object({ nodes: z.int(), of: z.int() })
    .optional()
    .describe('In a large database of another model: only so many of its nodes were looked at in the time there is.'),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const NodeDetail = z.object({
  node: NodeView,
  degree: z.array(
    z.object({ type: z.string(), direction: z.enum(['in', 'out']), count: z.int(), derived: z.boolean() }),
  ),
  merged: z
    .object({ key: z.string(), name: z.string(), by: z.string() })
    .optional()
    .describe('Where the key asked for is of an entity that somebody merged into this one.'),
});
export type NodeDetail = z.infer<typeof NodeDetail>;

export const Neighbours = z.object({
  nodes: z.array(NodeView),
  edges: z.array(EdgeView),
  total: z.int().describe('Neighbouring edges that match, in all.'),
  next: z.string().nullable().describe('The cursor of the next page, or null on the last.'),
});
export type Neighbours = z.infer<typeof Neighbours>;

export const ArticleRef = z.object({
  key: z.string(),
  title: z.string().nullable(),
  held: z.boolean(),
  outlet: z.object({ key: z.string(), name: z.string() }).nullable(),
  publishedFrom: z.string().nullable(),
  publishedTo: z.string().nullable(),
  dateBasis: DateBasis,
  url: z.string().nullable(),
});
export type ArticleRef = z.infer<typeof ArticleRef>;

export const ArticleList = z.object({
  articles: z
    .array(ArticleRef.extend({ assertions: z.int().describe('How many assertions it contains.') }))
    .describe('Newest first; undated last.'),
});
export type ArticleList = z.infer<typeof ArticleList>;

/** A step of the way from the outlet read towards the origin. */
export const ChainLink = z.object({
  key: z.string(),
  label: z.enum(['Outlet', 'Article', 'Source', 'Actor']),
  name: z.string(),
  how: z.string().nullable().describe('The words that tie it to the step before it: "according to", "told".'),
  sourceKind: SourceKind.nullable(),
});
export type ChainLink = z.infer<typeof ChainLink>;

export const AssertionView = z.object({
  key: z.string(),
  claim: z.object({
    key: z.string(),
    kind: z.enum(['stance', 'count', 'statement']),
    text: z.string(),
    stance: Stance.nullable(),
    holder: z.object({ key: z.string(), name: z.string() }),
    target: z.object({ key: z.string(), name: z.string() }).nullable(),
  }),
  mode: Mode,
  modality: Modality,
  channel: Channel,
  review: Review,
  hedge: z.string().nullable(),
  condition: z.string().nullable(),
  wording: z.string().nullable(),
  quote: z.string().nullable().describe('The words of the article at the span.'),
  start: z.int().nullable(),
  end: z.int().nullable().describe('Code points into the article; null where reconstructed.'),
  reconstructed: z.boolean(),
  inferred: z.string().nullable(),
  alternativeReading: z.string().nullable(),
  article: ArticleRef,
  quotes: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      speaker: z.object({ key: z.string(), name: z.string() }).nullable(),
    }),
  ),
  credibility: z.int().nullable().describe('1–6 as somebody graded it, or null.'),
  counts: z
    .boolean()
    .describe('Whether it counts: accepted, and its article neither retracted, revised nor left out by the filter.'),
  chain: z.array(ChainLink).describe('The first of the chains.'),
  chains: z.array(z.array(ChainLink)).describe('From the article to where its trail ends, one list a branch.'),
});
export type AssertionView = z.infer<typeof AssertionView>;

/** A place in an article that states a relation or names somebody. */
export const Place = z.object({
  article: ArticleRef,
  start: z.int(),
  end: z.int(),
  quote: z.string().nullable().describe('The words there; null where neither they nor the text are kept.'),
});
export type Place = z.infer<typeof Place>;

export const Evidence = z.object({
  edge: EdgeView,
  source: NodeView,
  target: NodeView,
  assertions: z
    .array(AssertionView)
    .describe(
      'Those that count first; of these what held articles assert as standing now, the newest article first, undated last.',
    ),
  places: z.array(Place).describe('For a relation that articles state as such: where.'),
  origins: Origins.nullable().describe('For a derived edge.'),
  derivation: z
    .object({
      nodes: z.array(DerivationNode),
      edges: z.array(DerivationEdge),
      origins: z.array(NamedOrigin).describe('One for each member of the cut, by its first key.'),
    })
    .nullable(),
  contradictions: z.array(z.string()).describe('Keys of the entries of the ledger that bear on it.'),
});
export type Evidence = z.infer<typeof Evidence>;

export const ArticleView = z.object({
  article: ArticleRef,
  properties: Properties,
  text: z.string().nullable(),
  assertions: z.array(AssertionView),
  relays: z.array(z.object({ article: ArticleRef, how: z.string() })),
  relayedBy: z.array(z.object({ article: ArticleRef, how: z.string() })),
  mentions: z.array(z.object({ node: NodeView, spans: z.array(z.object({ start: z.int(), end: z.int() })) })),
  links: z
    .array(
      z.object({
        type: z.enum(['REPUBLISHES', 'REVISION_OF', 'CORRECTS', 'RETRACTS']),
        direction: z.enum(['out', 'in']).describe('out: it does so to the other article; in: the other to it.'),
        article: ArticleRef,
        by: z.string().nullable().describe('Who decided so, where no document states it.'),
        why: z.string().nullable(),
      }),
    )
    .describe('What it prints, revises, corrects or retracts, and which articles do so to it.'),
  counts: z.boolean().describe('Whether it counts: neither retracted nor revised, and not left out by the filter.'),
});
export type ArticleView = z.infer<typeof ArticleView>;

export const Paths = z.object({
  from: z.string(),
  to: z.string(),
  maxHops: z.int(),
  length: z.int().nullable().describe('Hops of the shortest path, or null where there is none within maxHops.'),
  type: z.string().nullable().describe('The only type of relation that was followed; null: all.'),
  paths: z.array(z.object({ nodes: z.array(z.string()), edges: z.array(z.string()) })),
  more: z.boolean().describe('There are more shortest paths than the ten that are listed.'),
  nodes: z.array(NodeView),
  edges: z.array(EdgeView),
});
export type Paths = z.infer<typeof Paths>;

/** What an import changed, or with `dryRun` would change. */
export const ImportReport = z.object({
  article: z.string(),
  dryRun: z.boolean(),
  outcome: z.enum(['created', 'unchanged', 'revised', 'replaced']),
  created: z.record(z.string(), z.int()).describe('New nodes by label.'),
  relations: z.int().describe('New relations.'),
  removed: z.int().describe('Nodes of an earlier version taken out.'),
  matched: z.array(z.object({ key: z.string(), given: z.string(), by: z.enum(['key', 'alias']) })),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What taking an article out removed. */
export const RemovalReport = z.object({
  removed: z.int().describe('Nodes that are gone: the article and what it alone stated.'),
});
export type RemovalReport = z.infer<typeof RemovalReport>;

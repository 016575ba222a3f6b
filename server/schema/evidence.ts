// One assertion with all that bears on the edges derived from it, and those edges.
import { z } from 'zod';
import { Modality, Mode, Review, Stance } from './stance.ts';

/** An article by which an assertion counts: its outlet, its dates and the revisions that take its place. */
export const EvidenceArticle = z.strictObject({
  article: z.string(),
  outlet: z.string().nullable().describe('null where the report does not name its outlet.'),
  publishedFrom: z.string().nullable(),
  publishedTo: z.string().nullable(),
  newer: z
    .array(z.strictObject({ article: z.string(), publishedTo: z.string().nullable() }))
    .describe('Its revisions, those of revisions too: it counts while there is none.'),
});
export type EvidenceArticle = z.infer<typeof EvidenceArticle>;

/** An assertion with its article, claim, sources and relayed articles; every list in any order, without repeats. */
export const EvidenceRow = z.strictObject({
  assertion: z.string(),
  ...EvidenceArticle.shape,
  held: z.boolean().describe('Whether the article containing the assertion is held; otherwise it is a stub.'),
  mode: Mode,
  modality: Modality,
  review: Review,
  reconstructed: z.boolean(),
  claim: z.string(),
  kind: z.enum(['stance', 'count', 'statement']),
  stance: Stance.nullable(),
  holder: z.string(),
  target: z.string().nullable(),
  sources: z.array(z.string()),
  relays: z.array(z.strictObject({ article: z.string(), outlet: z.string().nullable() })),
  speakers: z.array(z.string()).describe('Actors who spoke the utterances that its quotes render.'),
  knownFrom: z.array(EvidenceArticle).describe('For a reconstructed assertion: the held articles that show it.'),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

export const derivedTypes = [
  'OPPOSES',
  'SUPPORTS',
  'NONCOMMITTAL_ON',
  'DEFERS_ON',
  'REPORTS',
  'QUOTES',
  'CITES',
] as const;
export const DerivedType = z.enum(derivedTypes);
export type DerivedType = z.infer<typeof DerivedType>;

/** What a derived edge says of the articles under it; `first` and `last` are days, absent where no article is dated. */
export const DerivedProperties = z.strictObject({
  derived: z.literal(true),
  articles: z.int().min(1),
  outlets: z.int().min(0),
  unnamedOutlets: z.int().min(0),
  first: z.string().optional(),
  last: z.string().optional(),
});
/** Which edge it is: there is at most one of a type from one node to another. */
export const DerivedEdgeId = z.strictObject({ type: DerivedType, source: z.string(), target: z.string() });
export type DerivedEdgeId = z.infer<typeof DerivedEdgeId>;
export const DerivedEdge = z.strictObject({ ...DerivedEdgeId.shape, properties: DerivedProperties });
export type DerivedEdge = z.infer<typeof DerivedEdge>;

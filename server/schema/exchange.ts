// The export of a database as one JSON file, which imports again to the same; and what an import of it reports.
import { z } from 'zod';
import { ClaimsDocument, StubArticle } from './article.ts';
import { ExportedChange } from './changes.ts';
import { ArticleLinkBody, CaseBody, GradeBody, HypothesisBody } from './curation.ts';
import { KeptDraft } from './drafts.ts';
import { EntitiesDocument, Entity } from './entity.ts';
import { DerivedType } from './evidence.ts';
import { DistinctionBody, MergeBody, SplitBody } from './identity.ts';
import { ArticleKey, CaseKey } from './key.ts';
import { DispositionBody } from './ledger.ts';
import { Note } from './note.ts';
import { evidenceFilter, limits } from './query.ts';
import { ExportedStory, ExportedView } from './saved.ts';
import { Line, Moment } from './text.ts';
import { ExportedWatch } from './watch.ts';

export const exportFormat = 'hearsay-export/1';
const Hash = z.string().regex(/^sha256:[0-9a-f]{64}$/, { error: 'must be sha256: and 64 hex digits' });

/** One held article's document, with what tells whether another database has it already. */
export const ExportedArticle = z.strictObject({
  hash: Hash.describe('Of the document as exported: one that was changed since then is another.'),
  documentHash: Hash.nullable().describe('Of the document that was imported; null where that is not known.'),
  withoutText: z.boolean().describe('Whether the database holds the text, and the export leaves it out.'),
  document: ClaimsDocument,
});
export type ExportedArticle = z.infer<typeof ExportedArticle>;

/** An article that is not held, as it stands: of what documents say of it differently, one is taken. */
export const StandingArticle = StubArticle.omit({ outlet: true, mentions: true, lang: true }).extend({
  lang: StubArticle.shape.lang.unwrap().optional(),
});
export type StandingArticle = z.infer<typeof StandingArticle>;

/** What people decided, wrote and saved, in the forms of the API's bodies. A kind of decisions is one member here and one in server/exchange/decisions.ts. */
export const ExportedDecisions = z.strictObject({
  identity: z
    .array(
      z.discriminatedUnion('kind', [
        MergeBody.extend({ kind: z.literal('merge'), on: Moment }),
        SplitBody.extend({ kind: z.literal('split'), on: Moment }),
      ]),
    )
    .default([])
    .describe(
      'Merges and splits in the order in which they were made; the documents are as they were before all of them.',
    ),
  distinctions: z.array(DistinctionBody.extend({ on: Moment })).default([]),
  cases: z.array(CaseBody.extend({ key: CaseKey })).default([]),
  grades: z.array(GradeBody).default([]),
  hypotheses: z.array(HypothesisBody).default([]),
  articleLinks: z.array(ArticleLinkBody).default([]),
  dispositions: z
    .array(DispositionBody.extend({ contradiction: z.string().max(limits.keyLength), on: Line.max(40).optional() }))
    .default([]),
  notes: z.array(Note).default([]),
  views: z.array(ExportedView).default([]),
  stories: z.array(ExportedStory).default([]),
  watches: z.array(ExportedWatch).default([]),
  drafts: z
    .array(KeptDraft)
    .default([])
    .describe('What articles are proposed to say, with what was decided; only where the texts go along.'),
  changes: z.array(ExportedChange).default([]).describe('The history of changes by hand, the earliest first.'),
});
export type ExportedDecisions = z.infer<typeof ExportedDecisions>;

const count = z.int().min(0);
/** A derived edge with its counts and the reports it rests on; absent is what it has not. */
export const ExportedEdge = z.strictObject({
  type: DerivedType,
  source: z.string(),
  target: z.string(),
  articles: count.optional(),
  outlets: count.optional(),
  unnamedOutlets: count.optional(),
  sources: count.optional(),
  originsMin: count.optional(),
  originsMax: count.optional(),
  originsByOwner: count.optional(),
  contested: z.boolean().optional(),
  first: z.string().optional(),
  last: z.string().optional(),
  reports: z
    .array(z.strictObject({ article: z.string(), relays: z.array(z.string()) }))
    .describe('Held articles that say so and count, with the outlets whose reports these relay.'),
});
export type ExportedEdge = z.infer<typeof ExportedEdge>;

export const HearsayExport = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(exportFormat),
  exportedOn: z.string().describe('When, in UTC.'),
  part: z
    .strictObject({ articles: count, of: count })
    .nullable()
    .describe('How many of the articles held it is of; null where it is of all.'),
  articles: z.array(ExportedArticle).describe('Each after those it revises.'),
  entities: z.array(EntitiesDocument).describe('What documents of shared entities say.'),
  standing: z
    .strictObject({ entities: z.array(Entity), articles: z.array(StandingArticle) })
    .describe('Entities that no document of shared entities defines, and articles not held, as they stand.'),
  decisions: ExportedDecisions,
  derived: z
    .strictObject({ edges: z.array(ExportedEdge) })
    .describe('For readers of the file, and to compare with after an import; nothing is taken from it.'),
});
export type HearsayExport = z.infer<typeof HearsayExport>;

/** Of somebody else's database: its nodes and relations as they are, which do not import. */
export const plainFormat = 'hearsay-plain-graph/1';

export const ExportRequest = z.strictObject({
  articles: z.array(ArticleKey).max(10_000).optional().describe('Only these held articles.'),
  nodes: z
    .array(z.string().min(1).max(limits.keyLength))
    .max(20_000)
    .optional()
    .describe('Only the articles on which the facts between these nodes rest, and those among them.'),
  filter: z.strictObject(evidenceFilter).optional().describe('Only what passes the evidence filter.'),
  texts: z.boolean().default(false).describe('Whether the texts of the articles go with them.'),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

const Kept = z.object({ pointer: z.string(), what: z.string(), reason: z.string() });
const Counts = z.record(z.string(), z.union([z.int(), z.boolean(), z.string()])).nullable();

/** What an import of an export did, or in a dry run would do. */
export const ExchangeReport = z.object({
  dryRun: z.boolean(),
  articles: z.object({ created: count, revised: count, replaced: count, unchanged: count }),
  created: z.record(z.string(), count).describe('New nodes by label.'),
  relations: count.describe('New relations.'),
  decisions: z.object({
    taken: count,
    unchanged: count,
    kept: z
      .array(Kept)
      .describe(
        'The database has another decision on the same, or another view or story of the key or name, which stays.',
      ),
    leftOut: z.array(Kept).describe('What the evidence of this database does not allow.'),
  }),
  alike: z
    .array(z.object({ key: z.string(), name: z.string(), other: z.string() }))
    .describe('New entities that go by a name of another that was here: both are kept.'),
  derived: z.object({
    compared: count.describe('Derived edges of the export.'),
    equal: count,
    more: count.describe('Derived edges that are here and not in the export.'),
    differences: z
      .array(z.object({ key: z.string(), exported: Counts, here: Counts }))
      .describe('The first of those that are not equal.'),
  }),
});
export type ExchangeReport = z.infer<typeof ExchangeReport>;

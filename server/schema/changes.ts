// Changes that people make by hand: to what an article's document says, to an entity, to a grade; each can be taken back.
import { z } from 'zod';
import { ClaimsDocument } from './article.ts';
import { CurationReport } from './curation.ts';
import { Entity } from './entity.ts';
import { jsonWithin } from './json.ts';
import { whole } from './query.ts';
import { Line, VisibleLine } from './text.ts';

export const changeLimits = { parts: 2000, listed: 500 } as const;

const By = VisibleLine.max(200).describe('Who makes the change.');
const Why = Line.max(2000).optional();
const Named = z.object({ key: z.string(), name: z.string() });

/** The lists of a claims document, and the article itself. */
export const documentParts = [
  'article',
  'articles',
  'entities',
  'sources',
  'utterances',
  'quotes',
  'claims',
  'assertions',
  'relations',
] as const;
export const DocumentPart = z.enum(documentParts);
export type DocumentPart = z.infer<typeof DocumentPart>;

/** The version of one item, as the answer that it was read from gives it. */
export const Version = z
  .string()
  .regex(/^[0-9a-f]{20}$/, { error: 'must be a version as it was given, 20 hex digits' });
const ReadVersion = Version.nullable()
  .optional()
  .describe(
    'The version that was read, null where it was not there: where another stands by now, nothing of the request is ' +
      'written. Absent: written over whatever stands.',
  );

const Item = z.record(z.string(), jsonWithin(100)).nullable();
/** One item of a document: what it is to be, or null where it is to go. */
export const PartChange = z.strictObject({
  part: DocumentPart,
  id: Line.min(1)
    .max(300)
    .describe('The id or key of the item; of the article "article"; of a relation what GET …/document gives it.'),
  value: Item.describe('The whole item as a claims document has it; null takes it out.'),
  version: ReadVersion,
});
export type PartChange = z.infer<typeof PartChange>;

/** Changes to what one article's document says, made together or not at all. */
export const DocumentChangeBody = z.strictObject({
  parts: z.array(PartChange).min(1).max(changeLimits.parts),
  by: By,
  why: Why,
});
export type DocumentChangeBody = z.infer<typeof DocumentChangeBody>;

/** The document of a held article, to be changed item by item. */
export const EditableDocument = z.object({
  document: ClaimsDocument.describe('As the database has it, without the text.'),
  hasText: z.boolean(),
  relationIds: z.array(z.string()).describe('The ids of its relations, in their order.'),
  versions: z
    .record(z.string(), z.record(z.string(), Version))
    .describe('By part and id the version of each item, to be named with a change of it.'),
});
export type EditableDocument = z.infer<typeof EditableDocument>;

/** A new entity, or one with other values: all that people say of it by hand, without places in a text. */
export const EntityChangeBody = z.strictObject({ entity: Entity, by: By, why: Why, version: ReadVersion });
export type EntityChangeBody = z.infer<typeof EntityChangeBody>;

/** An entity as it may be changed by hand. */
export const EditableEntity = z.object({
  key: z.string(),
  entity: Item.describe(
    'What people and reports say of it: `aliases` by hand, `names` by reports. null: there is none.',
  ),
  version: Version.nullable().describe('To be named with a change of it; names that reports give are no part of it.'),
});
export type EditableEntity = z.infer<typeof EditableEntity>;

export const ChangeKeyParams = z.strictObject({
  key: z
    .string()
    .regex(/^change:[0-9a-f]{20}$/, { error: 'must be change: and 20 hex digits' })
    .describe('The key of a change, as /api/changes lists it.'),
});
export const TakeBackBody = z.strictObject({ by: By, why: Why });
export type TakeBackBody = z.infer<typeof TakeBackBody>;

export const ChangedPart = z.object({
  part: z
    .string()
    .describe(
      'A list of a claims document, "entity", "grade", "decision", or "key" for what goes by another key since.',
    ),
  id: z.string(),
  before: Item,
  after: Item,
});
export type ChangedPart = z.infer<typeof ChangedPart>;

export const changeKinds = ['document', 'review', 'entity', 'grade'] as const;
export const ChangeView = z.object({
  key: z.string(),
  kind: z.enum(changeKinds).describe('`review`: proposals of a draft that were accepted or rejected.'),
  what: z.string().describe('What was done, in a sentence.'),
  subject: Named.describe('The article, the entity or what was graded.'),
  by: z.string(),
  why: z.string().nullable(),
  on: z.string(),
  takesBack: z.string().nullable().describe('The change that this one took back.'),
  takenBackBy: z.string().nullable().describe('The change that took this one back; that can be taken back in turn.'),
  parts: z.array(ChangedPart),
});
export type ChangeView = z.infer<typeof ChangeView>;
/** A change as an export has it. */
export const ExportedChange = z.strictObject({
  ...ChangeView.shape,
  key: ChangeKeyParams.shape.key,
  subject: z.strictObject(Named.shape),
  parts: z.array(z.strictObject(ChangedPart.shape)),
});
export type ExportedChange = z.infer<typeof ExportedChange>;
export const ChangeList = z.object({
  changes: z.array(ChangeView).describe('The latest first.'),
  total: z.int(),
});
export type ChangeList = z.infer<typeof ChangeList>;
export const ChangesQuery = z.strictObject({
  subject: Line.max(300).optional().describe('The key of an article, an entity, a source or an assertion.'),
  limit: whole(1, changeLimits.listed).default(100).describe('The most changes.'),
});

/** What came of a change: which derived edges are others now, and under which key it can be taken back. */
export const ChangeReport = CurationReport.extend({
  change: z.string().nullable().describe('null where nothing changed.'),
});
export type ChangeReport = z.infer<typeof ChangeReport>;

// The mapping file of a CSV import: which column holds what; and what such an import reports.
import { z } from 'zod';
import { entityTypes } from './key.ts';
import { entityRelations } from './kinds.ts';
import { Modality, Mode, SourceKind, Stance } from './stance.ts';
import { Line, VisibleLine } from './text.ts';

const ColumnName = VisibleLine.max(200).describe('The name of a column, as the header line has it.');
const Template = VisibleLine.max(300).describe('Words in which {column} stands for the cell of that column.');
const Column = z.strictObject({ column: ColumnName });
const Separator = VisibleLine.max(5);

const typeNames = ['person', 'country', 'organization', 'group', 'outlet', 'plan', 'event'] as const;
export type TypeName = (typeof typeNames)[number];
/** The label for each name of a type, which is also the beginning of its keys. */
export const labelOf = Object.fromEntries(
  typeNames.map((name) => [name, entityTypes.find((type) => type.toLowerCase() === name)]),
) as Record<TypeName, (typeof entityTypes)[number]>;

const typeOf = <T extends TypeName>(types: readonly T[]) =>
  z
    .union([z.enum(types), z.strictObject({ column: ColumnName, values: z.record(z.string(), z.enum(types)) })])
    .describe('The type of all entities of the column, or of each by the cell of another column.');

/** A column that names entities: keys are made of the names, or stand there. */
const shape = <T extends TypeName>(types: readonly T[]) => ({
  column: ColumnName,
  type: typeOf(types).optional().describe('Needed unless the cells are keys.'),
  as: z
    .enum(['name', 'key'])
    .default('name')
    .describe('name: of the cell a key is made; key: the cell is one, such as country:hu.'),
  name: Template.optional().describe(
    'Its name, where the column holds a code or a key. Without it a key must be in the database.',
  ),
});
const hasType = ({ type, as }: { type?: unknown; as: string }): boolean => type !== undefined || as === 'key';
const noType = { path: ['type'], error: 'is missing; it is needed unless the cells are keys ("as": "key")' };
const entity = <T extends TypeName>(types: readonly T[]) => z.strictObject(shape(types)).refine(hasType, noType);
const actors = ['person', 'country', 'organization', 'group'] as const;
export const EntityColumn = entity(typeNames);
export type EntityColumn = z.infer<typeof EntityColumn>;

/** In which order the parts of a date stand; ymd is ISO: 2024, 2024-10, 2024-10-24, 2024-10-24T09:26:00Z. */
export const DateColumn = z.strictObject({ column: ColumnName, order: z.enum(['ymd', 'mdy', 'dmy']).default('ymd') });
export type DateColumn = z.infer<typeof DateColumn>;

const StanceValue = z
  .union([
    Stance,
    z.strictObject({ stance: Stance, mode: Mode.default('asserts'), modality: Modality.default('now') }),
    z.null(),
  ])
  .describe('null skips the row; the report counts it.');
export type StanceValue = z.infer<typeof StanceValue>;

export const relationWords = ['statement', ...entityRelations] as const;
export type RelationWord = (typeof relationWords)[number];

export const UrlColumn = z.strictObject({
  column: ColumnName,
  separator: Separator.optional().describe('Between several addresses in one cell; a line break is always one.'),
  other: z
    .enum(['refuse', 'title'])
    .default('refuse')
    .describe('What else than an http or https address is: a fault, or the title of an article without an address.'),
});
export type UrlColumn = z.infer<typeof UrlColumn>;

export const ArticleMapping = z
  .strictObject({
    key: Template.optional().describe('Rows with the same key are one article. Absent: the address makes the key.'),
    title: Template.optional(),
    url: UrlColumn.optional(),
    outlet: z
      .union([z.literal('host'), z.strictObject(shape(['outlet']))])
      .optional()
      .describe('host: who is at the host of the address. Absent: unknown.'),
    published: DateColumn.optional(),
    author: Column.optional(),
  })
  .refine(({ key, url }) => key !== undefined || url !== undefined, {
    error: 'needs a key or a url, which tell which rows are one article',
  })
  .refine(({ outlet, url }) => outlet !== 'host' || url !== undefined, {
    error: 'has the outlet from the host of an address, but no url',
  });
export type ArticleMapping = z.infer<typeof ArticleMapping>;

export const SourceMapping = z
  .strictObject({
    kind: SourceKind,
    descriptor: Template.optional().describe('How the article calls it; a row where it is empty names no source.'),
    actor: entity(actors)
      .optional()
      .describe('For a named source, and only there; a row where it is empty names no source.'),
    id: Template.optional().describe(
      'Rows of one article with the same id are one source. Absent: the descriptor, or for an anonymous source the claim.',
    ),
  })
  .refine(({ kind, actor }) => (kind === 'named') === (actor !== undefined), {
    error: 'a named source has an actor, and no other has',
  })
  .refine(({ kind, descriptor }) => kind === 'named' || descriptor !== undefined, { error: 'needs a descriptor' });
export type SourceMapping = z.infer<typeof SourceMapping>;

const common = {
  $schema: z.string().optional(),
  format: z.literal('hearsay-csv/1'),
  delimiter: z
    .string()
    .length(1)
    .refine((sign) => !'"\r\n'.includes(sign), { error: 'is a sign of the format itself' })
    .default(','),
  names: z
    .enum(['exact', 'folded'])
    .default('exact')
    .describe('Two names that differ only in case, accents or punctuation: a fault, or folded into one entity.'),
  article: ArticleMapping,
  source: SourceMapping.optional().describe('Absent: the articles name none.'),
  wording: Column.optional().describe("The article's own word for it."),
  quote: Column.optional().describe('The words that say so; without it the row itself is the quotation.'),
  period: z
    .strictObject({ from: DateColumn.optional(), to: DateColumn.optional() })
    .optional()
    .describe('Since and until when it holds.'),
};
export const StancesMapping = z.strictObject({
  ...common,
  kind: z.literal('stances'),
  holder: z
    .strictObject({
      ...shape(actors),
      separator: Separator.optional().describe('Between several holders in one cell.'),
    })
    .refine(hasType, noType),
  plan: z.strictObject(shape(['plan', 'event'])).describe('A plan, where no type is given.'),
  stance: z.union([
    z.strictObject({ column: ColumnName, values: z.record(Line, StanceValue) }),
    z.strictObject({ value: Stance }),
  ]),
});
export type StancesMapping = z.infer<typeof StancesMapping>;
export const RelationsMapping = z.strictObject({
  ...common,
  kind: z.literal('relations'),
  start: EntityColumn.describe('Whom the relation begins at; a statement is about an actor.'),
  relation: z.strictObject({
    column: ColumnName,
    values: z
      .record(Line, z.enum(relationWords).nullable())
      .default({})
      .describe('A typed relation for a word; null skips the row.'),
    others: z.enum(['statement', 'refuse']).default('statement').describe('What a word that is not listed becomes.'),
  }),
  end: EntityColumn,
});
export type RelationsMapping = z.infer<typeof RelationsMapping>;

export const CsvMapping = z.discriminatedUnion('kind', [StancesMapping, RelationsMapping]);
export type CsvMapping = z.infer<typeof CsvMapping>;
/** A mapping as written in a file, before defaults are filled in. */
export type CsvMappingInput = z.input<typeof CsvMapping>;

const count = z.int().min(0);
export const CsvReport = z.object({
  dryRun: z.boolean(),
  rows: count.describe('Rows below the header; blank lines are none.'),
  skipped: count.describe('Rows left out by a null of the mapping.'),
  merged: count.describe('Assertions and relations that an earlier row of the same article makes too.'),
  spellings: count.describe('Further spellings of a name that were folded into one entity.'),
  asStatements: count.describe('Relations whose ends do not fit the type the mapping gives: statements instead.'),
  assertions: count,
  relations: count.describe('Lasting relations stated; one stated by two articles counts twice.'),
  articles: z.object({ created: count, revised: count, replaced: count, unchanged: count }),
  created: z.record(z.string(), count).describe('New nodes by label.'),
  removed: count.describe('Nodes that went with what was replaced.'),
});
export type CsvReport = z.infer<typeof CsvReport>;

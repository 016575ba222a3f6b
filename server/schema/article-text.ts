// An article as a reader gives it: its text as it is kept, and what its file says of it.
import { z } from 'zod';
import { HeldArticle } from './article.ts';
import { DraftReport } from './drafts.ts';
import { ImportQuery } from './query.ts';
import { VisibleLine } from './text.ts';
import { ImportReport } from './view.ts';

const { title, author, url, archivedUrl, lang, publishedFrom, publishedTo, dateBasis, dateNote, textHash } =
  HeldArticle.shape;

export const mostArticleText = 5_000_000;

/** The forms of article files that are read. */
export const articleForms = ['text', 'markdown', 'html', 'pdf', 'docx'] as const;
export type ArticleForm = (typeof articleForms)[number];

/** `text` is in Unicode's form NFC, its paragraphs apart by a blank line; offsets count its code points. */
export const ArticleText = z.strictObject({
  text: z.string().min(1).max(mostArticleText),
  textHash,
  title,
  author,
  outletName: VisibleLine.max(200).optional().describe('As the file names who published it.'),
  url,
  archivedUrl,
  publishedFrom,
  publishedTo,
  dateBasis,
  dateNote,
  lang: lang.unwrap().optional(),
});
export type ArticleText = z.infer<typeof ArticleText>;

/** What came of an article file: what was read of it, and what importing it changed. */
export const ArticleReport = ImportReport.extend({
  read: ArticleText.omit({ text: true }).extend({ length: z.int().describe('Code points of the text.') }),
  draft: DraftReport.nullable().describe(
    'Of what the article says: proposals, no evidence yet. null where it could not be read.',
  ),
  notes: z.array(z.string()).describe('What the file says of itself and could not be used.'),
});
export type ArticleReport = z.infer<typeof ArticleReport>;

/** What came of a file of other people's JSON: of each document made of it, and what was left aside. */
export const LinkedReport = z.object({
  documents: z.array(ImportReport),
  notes: z.array(z.string()).describe('What was left aside or could not be used, counted by kind.'),
});
export type LinkedReport = z.infer<typeof LinkedReport>;

export const AddressBody = z.strictObject({
  url: z.string().max(2000).describe('The http or https address of a page.'),
});

export const ArticleQuery = ImportQuery.extend({
  name: VisibleLine.max(200)
    .optional()
    .describe(
      'The name of the file: named in faults, and its ending tells the kind where the body is application/octet-stream.',
    ),
  encoding: VisibleLine.max(40)
    .optional()
    .describe(
      'What the characters of a text or page are encoded in, such as windows-1252; UTF-8 unless the file says otherwise.',
    ),
});

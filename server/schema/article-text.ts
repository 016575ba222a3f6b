// An article as a reader gives it: its text as it is kept, and what its file says of it.
import { z } from 'zod';
import { HeldArticle } from './article.ts';
import { VisibleLine } from './text.ts';

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

// Makes the claims document of an annotated article: each attribution a statement, who said it, and on whose word.
import type { ClaimsDocumentInput } from '../../../schema/article.ts';
import { sha256 } from '../../canonical.ts';
import { given } from '../csv/facts.ts';
import { line } from '../text/shorten.ts';
import { type Annotated, Builder, keyOfArticle } from './builder.ts';
import { outletOf } from './speakers.ts';

export interface Built {
  document: ClaimsDocumentInput;
  /** Attributions that say again, at the same place, what another of the file says. */
  merged: number;
  /** Contents longer than a quotation may be: their places are the first sentences. */
  shortened: number;
}

/** The first line of a text where it can be a headline: short, and followed by a blank line. */
function headline(text: string): string | undefined {
  const [first = '', rest] = text.trimStart().split(/\r?\n/, 2);
  const words = line(first, 500);
  return words !== '' && first.length <= 200 && (rest ?? '').trim() === '' ? words : undefined;
}

/**
 * The document of an annotated article. Offsets of the attributions are code points of the text, and inside it. Nothing
 * is left out but attributions that repeat another at the same place, which `merged` counts.
 */
export function bratDocument(annotated: Annotated): Built {
  const { name, points, facts, attributions } = annotated;
  const title = facts.title ?? headline(points.text);
  const built = new Builder(annotated, title ?? name);
  attributions.forEach((attribution, at) => {
    built.add(attribution, at + 1);
  });
  const { date, publisher, author, url, lang } = facts;
  const document: ClaimsDocumentInput = {
    format: 'hearsay-claims/1',
    article: {
      key: keyOfArticle(name),
      ...given({ title, author, url, lang }),
      ...(publisher === undefined ? {} : { outlet: outletOf(publisher).key }),
      ...(date === undefined ? {} : { publishedFrom: date, publishedTo: date, dateBasis: 'stated' as const }),
      textHash: `sha256:${sha256(points.text)}`,
      text: points.text,
    },
    articles: [...built.articles.values()],
    entities: [...built.entities.values()],
    sources: [...built.sources.values()],
    utterances: [...built.utterances.values()],
    quotes: [...built.quotes.values()],
    claims: [...built.claims.values()],
    assertions: built.assertions,
  };
  return { document, merged: built.merged, shortened: built.shortened };
}

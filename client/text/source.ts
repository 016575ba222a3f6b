// Who a source is: in the sentence that opens its panel, and in the line that tells it from others described alike.
import type { ArticleRef, NodeView } from '../../server/schema/view.ts';
import { textOf } from '../graph/model.ts';
import { countInWords, formatRange, sentenceCase } from './format.ts';
import { readableName } from './record.ts';
import type { Part } from './sentences.ts';

type Articles = readonly ArticleRef[];

/** "Politico, 23 Oct 2024"; an article without an outlet goes by its title. */
function shortName({ outlet, title, publishedFrom, publishedTo }: ArticleRef): string {
  const name = outlet?.name ?? (title === null ? 'a report of an outlet that is not named' : `“${title}”`);
  return [name, formatRange(publishedFrom, publishedTo)].filter((part) => part !== null).join(', ');
}

/** The article that a source spoke to, was seen by, or is the word of; undefined for one that is known by name. */
function articleOf(source: NodeView, articles: Articles): { key: string; name: string } | undefined {
  const key = textOf(source, 'spokeTo');
  if (key === undefined) return undefined;
  const found = articles.find((article) => article.key === key);
  return { key, name: found ? shortName(found) : 'an article' };
}

/** "four officials, who spoke to Politico, 23 Oct 2024": two sources that are described alike are told apart. */
export function sourceLine(source: NodeView, articles: Articles): string {
  const article = articleOf(source, articles);
  return article === undefined ? readableName(source) : `${readableName(source)}, who spoke to ${article.name}`;
}

/** What the panel of a source says first; `articles` are all that are known. */
export function sourceSentence(source: NodeView, articles: Articles): Part[] {
  const article = articleOf(source, articles);
  const kind = textOf(source, 'kind');
  if (kind === 'named') return ['A source that is known by name.'];
  if (article === undefined) return [];
  const people = source.properties.minCount;
  const many = typeof people === 'number' && people > 1 ? people : 1;
  if (kind === 'document') return ['A document that was seen by ', article, '.'];
  if (kind === 'ownReporting') return ['What ', article, ' reports on its own.'];
  if (kind === 'unresolved') return ['Whoever it is that ', article, ' has it from: it does not say.'];
  if (many === 1) return ['Somebody who spoke to ', article, ' and is not named there.'];
  return [
    `${sentenceCase(`at least ${countInWords(many, 'person')}`)} who spoke to `,
    article,
    ' and are not named there.',
  ];
}

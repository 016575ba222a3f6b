// Where a relation is from, in words: its sentence, its origins, and the articles with what they say.
import type { ArticleRef } from '../../server/schema/view.ts';
import { countedOf } from '../graph/counted.ts';
import { formatRange } from '../text/format.ts';
import { originsInFigures } from '../text/origins.ts';
import type { ExportEdge } from './contents.ts';

export interface Report {
  article: ArticleRef;
  words: string | null;
  reconstructed: boolean;
}

export type ArticleOf = (key: string) => ArticleRef | undefined;

export const articlesByKey = (articles: readonly ArticleRef[]): ArticleOf => {
  const known = new Map(articles.map((article) => [article.key, article]));
  return (key) => known.get(key);
};

/** What the relation rests on, in the order it came: newest first. */
export const reportsOf = ({ grounds }: ExportEdge, articleOf: ArticleOf): Report[] =>
  (grounds?.said ?? []).flatMap(({ article: key, ...said }) => {
    const article = articleOf(key);
    return article === undefined ? [] : [{ article, ...said }];
  });

/** "Kyiv Post, 24 Oct 2024", with its title where it has one: “…”. */
export function articleLine({ outlet, title, publishedFrom, publishedTo }: ArticleRef): string {
  const name = outlet?.name ?? 'An outlet that is not named';
  const day = formatRange(publishedFrom, publishedTo) ?? 'undated';
  return `${name}, ${day}${title === null ? '' : `, “${title}”`}`;
}

/** "Kyiv Post, 24 Oct 2024: “Hungary is resisting” https://…". */
export function reportLine({ article, words, reconstructed }: Report): string {
  const said = words === null ? '' : `: “${words}”`;
  const known = reconstructed ? ' (known from others)' : '';
  return `${articleLine(article)}${known}${said}${article.url === null ? '' : ` ${article.url}`}`;
}

/** "1 to 2 independent origins: Politico (4 officials), Suspilne (1 source)"; undefined of what is not counted. */
export function originsLine(edge: ExportEdge): string | undefined {
  const counted = countedOf(edge);
  if (counted === undefined) return undefined;
  const names = edge.grounds?.origins.map(({ title }) => title) ?? [];
  return `${originsInFigures(counted)}${names.length === 0 ? '' : `: ${names.join('; ')}`}`;
}

/** All of it, a line each: the sentence, the origins, the reports. */
export const provenanceLines = (edge: ExportEdge, articleOf: ArticleOf): string[] => [
  edge.sentence,
  ...((originsLine(edge) ?? []).length === 0 ? [] : [`On ${originsLine(edge)}.`]),
  ...reportsOf(edge, articleOf).map(reportLine),
];

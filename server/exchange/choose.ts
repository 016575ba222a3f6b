// Finds the articles that an export of a part is of: those named, those that pass a filter, those that shown facts rest on.
import type { ExportRequest } from '../schema/exchange.ts';
import { distinct } from '../schema/lists.ts';
import type { EvidenceQuery } from '../schema/query.ts';
import type { Explorer } from '../views/explorer.ts';

const isOpen = (filter: EvidenceQuery): boolean => Object.values(filter).every((value) => value === undefined);

/** Held articles under the edges between the nodes, and those that are among the nodes themselves. */
async function under(
  explorer: Pick<Explorer, 'edgeReports'>,
  nodes: readonly string[],
  filter: EvidenceQuery,
): Promise<Set<string>> {
  const shown = new Set(nodes);
  const { edges } = await explorer.edgeReports(filter);
  const between = edges.filter(({ key }) => {
    const [, source = '', target = ''] = key.split('~');
    return shown.has(source) && shown.has(target);
  });
  return new Set([...nodes, ...between.flatMap(({ reports }) => reports.map(({ article }) => article))]);
}

/** Sorted keys of held articles; null for all there are. Errors: NotFound for what a filter names and is not there. */
export async function chooseArticles(
  explorer: Pick<Explorer, 'articles' | 'edgeReports'>,
  { articles, nodes, filter = {} }: ExportRequest,
): Promise<string[] | null> {
  if (articles === undefined && nodes === undefined && isOpen(filter)) return null;
  let chosen: readonly string[] | undefined = articles;
  // A key that is given without a filter and is not held is told of by who reads it.
  if (chosen === undefined || !isOpen(filter)) {
    const listed = (await explorer.articles(filter)).articles.filter(({ held }) => held).map(({ key }) => key);
    chosen = listed.filter((key) => articles === undefined || articles.includes(key));
  }
  if (nodes === undefined) return distinct(chosen);
  const restedOn = await under(explorer, nodes, filter);
  return distinct(chosen.filter((key) => restedOn.has(key)));
}

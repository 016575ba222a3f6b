// Writes nodes of somebody else's database, and the relations between them, as they are: a graph that does not import.
import { InvalidRequest } from '../errors.ts';
import { type ExportRequest, plainFormat } from '../schema/exchange.ts';
import type { Store } from '../store/port.ts';
import { edgesAmong, foreignNodes } from '../views/foreign/explorer.ts';

const refuse = (field: string, reason: string): never => {
  throw new InvalidRequest(`${field}: ${reason}.`, { errors: [{ pointer: `/${field}`, reason }] });
};

/** The text of the file. Throws InvalidRequest where no nodes are named, or what only Hearsay's own database has. */
export async function plainGraph(
  store: Store,
  { nodes: keys, articles, filter = {} }: ExportRequest,
): Promise<AsyncGenerator<string, string, void>> {
  if (articles !== undefined) refuse('articles', 'this is not a Hearsay database, and holds no articles');
  if (Object.values(filter).some((value) => value !== undefined))
    refuse('filter', 'this is not a Hearsay database, and holds no evidence to filter');
  const wanted =
    keys ?? refuse('nodes', 'name the nodes: of a database that is not Hearsay’s own only these are given');
  const nodes = await foreignNodes(store, wanted);
  const edges = nodes.length < 2 ? [] : await edgesAmong(store, nodes);
  return (async function* (): AsyncGenerator<string, string, void> {
    yield `{"format":"${plainFormat}","exportedOn":"${new Date().toISOString()}",\n"nodes":${JSON.stringify(nodes)},\n`;
    return `"edges":${JSON.stringify(edges)}}\n`;
  })();
}

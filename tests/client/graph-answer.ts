// The server's answer to a page that asks for the graph: lines in columns.
import type { GraphView } from '../../server/schema/view.ts';
import { graphLines } from '../../server/views/columns.ts';

/** For graphs of up to two blocks of each kind, which are one piece. */
export async function graphAnswer({ nodes = [], edges = [] }: Partial<GraphView>): Promise<Response> {
  return new Response((await graphLines({ nodes, edges, truncated: false }).next()).value);
}

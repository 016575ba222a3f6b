// The explorer over a database of Hearsay's own.
import type { Store } from '../../store/port.ts';
import type { DisplaySettings, Explorer } from '../explorer.ts';
import { article, articles } from './articles.ts';
import { evidence } from './evidence.ts';
import { graph } from './graph.ts';
import { meta } from './meta.ts';
import { neighbours, nodeDetail } from './node.ts';
import { paths } from './paths.ts';
import { search } from './search.ts';

export function hearsayExplorer(store: Store, display: DisplaySettings): Explorer {
  return {
    meta: () => meta(store, display),
    graph: (query) => graph(store, query, display.graphNodes),
    search: (query) => search(store, query),
    node: (key) => nodeDetail(store, key),
    neighbours: (key, query) => neighbours(store, key, query),
    paths: (query) => paths(store, query),
    evidence: (key, query) => evidence(store, key, query),
    articles: (query) => articles(store, query),
    article: (key) => article(store, key),
  };
}

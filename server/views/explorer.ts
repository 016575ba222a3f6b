// What the routes ask for, whether the database is Hearsay's own or somebody else's.
import type { EvidenceQuery, GraphQuery, NeighboursQuery, PathsQuery, SearchQuery } from '../schema/query.ts';
import type {
  ArticleList,
  ArticleView,
  Evidence,
  GraphView,
  Meta,
  Neighbours,
  NodeDetail,
  Paths,
  SearchResult,
} from '../schema/view.ts';

export interface Explorer {
  meta(): Promise<Meta>;
  graph(query: GraphQuery): Promise<GraphView>;
  search(query: SearchQuery): Promise<SearchResult>;
  node(key: string): Promise<NodeDetail>;
  neighbours(key: string, query: NeighboursQuery): Promise<Neighbours>;
  paths(query: PathsQuery): Promise<Paths>;
  evidence(edgeKey: string, query: EvidenceQuery): Promise<Evidence>;
  articles(query: EvidenceQuery): Promise<ArticleList>;
  article(key: string): Promise<ArticleView>;
}

/** What the answers need to know of the settings: the most that one of them holds, and Hearsay's own version. */
export interface DisplaySettings {
  graphNodes: number;
  documentBytes: number;
  version: string;
}

// What the routes ask for, whether the database is Hearsay's own or somebody else's.
import type { BriefQuery } from '../schema/brief.ts';
import type { Contradictions, Diff, Spread, StanceTable, Suggestions, UtteranceView } from '../schema/comparison.ts';
import type { QuerySettings } from '../schema/cypher.ts';
import type { EdgeReports } from '../schema/edge-reports.ts';
import type { GroundsPart } from '../schema/grounds.ts';
import type { NamesRequest, NamesResult } from '../schema/names.ts';
import type { NodesRequest, NodesResult } from '../schema/nodes.ts';
import type { NoteList, NoteSubjects, NotesQuery } from '../schema/note.ts';
import type { ModelSettings } from '../schema/proposal.ts';
import type {
  ContradictionsQuery,
  DiffQuery,
  EvidenceQuery,
  GraphQuery,
  NeighboursQuery,
  PathsQuery,
  SearchQuery,
  SpreadQuery,
  StancesQuery,
} from '../schema/query.ts';
import type {
  ArticleList,
  ArticleView,
  AssertionView,
  Evidence,
  GraphView,
  Meta,
  Neighbours,
  NodeDetail,
  Paths,
  SearchResult,
} from '../schema/view.ts';

/** What is asked of the ledger: all of it at once within the server, a page of it from outside. */
export type LedgerQuery = Partial<ContradictionsQuery>;

export interface Explorer {
  meta(): Promise<Meta>;
  graph(query: GraphQuery): Promise<GraphView>;
  search(query: SearchQuery): Promise<SearchResult>;
  /** What answers to each name of a list. */
  matchNames(request: NamesRequest): Promise<NamesResult>;
  node(key: string, query: EvidenceQuery): Promise<NodeDetail>;
  /** Those of the nodes that there are, with their relations among one another and with those beside them. */
  nodes(request: NodesRequest, query: EvidenceQuery): Promise<NodesResult>;
  neighbours(key: string, query: NeighboursQuery): Promise<Neighbours>;
  paths(query: PathsQuery): Promise<Paths>;
  evidence(edgeKey: string, query: EvidenceQuery): Promise<Evidence>;
  edgeReports(query: EvidenceQuery): Promise<EdgeReports>;
  /** What these edges rest on, in parts that follow one another; resolves when the first is sure to come. */
  grounds(keys: readonly string[], query: EvidenceQuery): Promise<AsyncGenerator<GroundsPart, void, void>>;
  articles(query: EvidenceQuery): Promise<ArticleList>;
  article(key: string, query: EvidenceQuery): Promise<ArticleView>;
  /** Resolves where there is an article with this key; throws NotFound with the nearest names. */
  checkArticle(key: string): Promise<void>;
  /** Every row, whatever the limit of a page. */
  stances(query: Omit<StancesQuery, 'limit'>): Promise<StanceTable>;
  /** The counts and statements on a plan or of a holder, and what is denied of either: never cut. */
  saidBeside(query: BriefQuery): Promise<AssertionView[]>;
  /** Every entry where there is no limit. */
  contradictions(query: LedgerQuery): Promise<Contradictions>;
  utterance(key: string, query: EvidenceQuery): Promise<UtteranceView>;
  diff(query: DiffQuery): Promise<Diff>;
  spread(query: SpreadQuery): Promise<Spread>;
  suggestions(query: EvidenceQuery): Promise<Suggestions>;
  notes(query: NotesQuery): Promise<NoteList>;
  noteSubjects(): Promise<NoteSubjects>;
  /** Several answers that make one: all of one state of the database. Throws Busy where it is written to all the while. */
  together<T>(answers: () => Promise<T>): Promise<T>;
}

/** What the answers need to know of the settings: the most that one of them holds, and Hearsay's own version. */
export interface DisplaySettings {
  graphNodes: number;
  documentBytes: number;
  query: QuerySettings;
  /** Its address and its key are nobody else's business. */
  model: Pick<ModelSettings, 'name' | 'timeoutMs'> | undefined;
  version: string;
}

// The explorer over a database of Hearsay's own.
import { strictlyTogether, together } from '../../evidence/settled.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { Store } from '../../store/port.ts';
import type { DisplaySettings, Explorer } from '../explorer.ts';
import { article, articles, checkArticle } from './articles.ts';
import { contradictions } from './contradictions.ts';
import { diff } from './diff.ts';
import { edgeReports } from './edge-reports.ts';
import { evidence } from './evidence.ts';
import { countedBy, filteredBy } from './evidence-filter.ts';
import { graph } from './graph.ts';
import { grounds } from './grounds.ts';
import { matchNames } from './match-names.ts';
import { meta } from './meta.ts';
import { neighbours, nodeDetail } from './node.ts';
import { nodes } from './nodes.ts';
import { noteSubjects, notes } from './notes.ts';
import { paths } from './paths.ts';
import { saidBeside } from './said-beside.ts';
import { search } from './search.ts';
import { spread } from './spread.ts';
import { stances } from './stances.ts';
import { suggestions } from './suggestions.ts';
import { whole } from './surroundings.ts';
import { utterance } from './utterance.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

/** What is made of several reads is made of one state of the database; of what is listed each row stands for itself. */
export function hearsayExplorer(store: Store, display: DisplaySettings): Explorer {
  const settled = <T>(read: () => Promise<T>): Promise<T> => together(store, read);
  /** The same of what is made of all evidence, whether or not a filter is set, or of it where it is little. */
  const ofEvidence = <T>(query: EvidenceQuery, read: () => Promise<T>): Promise<T> =>
    together(store, read, () => countedBy(store, query));
  const ofSome = <T>(query: EvidenceQuery, read: () => Promise<T>): Promise<T> =>
    together(store, read, async () => whole(store, await filteredBy(store, query)));
  return {
    meta: () => meta(store, display),
    search: (query) => search(store, query),
    matchNames: (request) => matchNames(store, request),
    suggestions: (query) => suggestions(store, query),
    checkArticle: (key) => checkArticle(store, key),
    graph: (query) => settled(() => graph(store, query, display.graphNodes)),
    node: (key, query) => settled(() => nodeDetail(store, key, query)),
    nodes: (request, query) => settled(() => nodes(store, request, query)),
    neighbours: (key, query) => settled(() => neighbours(store, key, query)),
    paths: (query) => settled(() => paths(store, query)),
    evidence: (key, query) => ofSome(query, () => evidence(store, key, query)),
    edgeReports: (query) => ofEvidence(query, () => edgeReports(store, query)),
    grounds: (keys, query) => grounds(store, keys, query),
    articles: (query) => settled(() => articles(store, query)),
    article: (key, query) => settled(() => article(store, key, query)),
    stances: (query) => settled(() => stances(store, query, today())),
    saidBeside: (query) => settled(() => saidBeside(store, query)),
    contradictions: (query) => ofEvidence(query, () => contradictions(store, query)),
    utterance: (key, query) => settled(() => utterance(store, key, query)),
    diff: (query) => settled(() => diff(store, query)),
    spread: (query) => settled(() => spread(store, query)),
    notes: (query) => settled(() => notes(store, query)),
    noteSubjects: () => noteSubjects(store),
    together: (answers) => strictlyTogether(store, answers),
  };
}

// The explorer over a database of Hearsay's own.
import type { Store } from '../../store/port.ts';
import type { DisplaySettings, Explorer } from '../explorer.ts';
import { article, articles, checkArticle } from './articles.ts';
import { contradictions } from './contradictions.ts';
import { diff } from './diff.ts';
import { evidence } from './evidence.ts';
import { graph } from './graph.ts';
import { meta } from './meta.ts';
import { neighbours, nodeDetail } from './node.ts';
import { paths } from './paths.ts';
import { saidBeside } from './said-beside.ts';
import { search } from './search.ts';
import { spread } from './spread.ts';
import { stances } from './stances.ts';
import { suggestions } from './suggestions.ts';
import { utterance } from './utterance.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

export function hearsayExplorer(store: Store, display: DisplaySettings): Explorer {
  return {
    meta: () => meta(store, display),
    graph: (query) => graph(store, query, display.graphNodes),
    search: (query) => search(store, query),
    node: (key, query) => nodeDetail(store, key, query),
    neighbours: (key, query) => neighbours(store, key, query),
    paths: (query) => paths(store, query),
    evidence: (key, query) => evidence(store, key, query),
    articles: (query) => articles(store, query),
    article: (key, query) => article(store, key, query),
    checkArticle: (key) => checkArticle(store, key),
    stances: (query) => stances(store, query, today()),
    saidBeside: (query) => saidBeside(store, query),
    contradictions: (query) => contradictions(store, query),
    utterance: (key, query) => utterance(store, key, query),
    diff: (query) => diff(store, query),
    spread: (query) => spread(store, query),
    suggestions: (query) => suggestions(store, query),
  };
}

// The views of the tabs beside the graph, each fetched when its tab is first opened.
import type { Tab } from '../state/view-url.ts';
import { type LazyView, lazyView } from '../ui/lazy-view.tsx';

export const tabViews: Record<Exclude<Tab, 'graph'>, LazyView> = {
  matrix: lazyView('Opening the matrix', async () => (await import('./Matrix.tsx')).MatrixTab),
  ledger: lazyView('Opening the ledger', async () => (await import('./Ledger.tsx')).LedgerTab),
  table: lazyView('Opening the tables', async () => (await import('./table/TableTab.tsx')).TableTab),
  articles: lazyView('Opening the articles', async () => (await import('./ArticlesTab.tsx')).ArticlesTab),
  brief: lazyView('Opening the brief', async () => (await import('./BriefTab.tsx')).BriefTab),
  cypher: lazyView('Opening the editor', async () => (await import('./cypher/Workspace.tsx')).Workspace),
};

/** Fetches those that are small, for once the page rests: then they open at once, and without a server. */
export async function fetchTabs(): Promise<void> {
  for (const tab of ['table', 'matrix', 'ledger', 'articles', 'brief'] as const) await tabViews[tab].fetch();
}

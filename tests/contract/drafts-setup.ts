// What the tests of drafts share: made-up articles, imported as files, and the few questions asked of their drafts.
import type { ArticleReport } from '../../server/schema/article-text.ts';
import type { Proposal, ProposalOf } from '../../server/schema/draft.ts';
import type { DecisionsBodyInput, DecisionsReport, DraftView, ReviewedProposal } from '../../server/schema/drafts.ts';
import { CurationGround, of } from './curation.ts';

export const entities = {
  format: 'hearsay-entities/1',
  entities: [
    { type: 'Country', key: 'country:norland', name: 'Norland' },
    { type: 'Country', key: 'country:sudmark', name: 'Sudmark' },
    { type: 'Outlet', key: 'outlet:coast-radio', name: 'Coast Radio' },
    { type: 'Outlet', key: 'outlet:harbour-times', name: 'Harbour Times' },
    { type: 'Plan', key: 'plan:bridge', name: 'Harbour bridge', aliases: ['the harbour bridge'] },
  ],
};

/** A page of Harbour Times with so many paragraphs. */
export const page = (...paragraphs: string[]): string => `<html lang="en"><head><title>The harbour bridge</title>
  <link rel="canonical" href="https://harbour.example/bridge">
  <meta property="og:site_name" content="Harbour Times">
  <meta property="article:published_time" content="2026-03-05"></head>
  <body><article>${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article></body></html>`;
export const article = 'article:harbour-example-bridge';
export const relayed = 'Norland opposes the harbour bridge, Coast Radio reported on Tuesday, citing two officials.';
export const plain = 'Sudmark supports the harbour bridge.';
export const quoted = '“The bridge is a gift to nobody,” said Ada Brook, the mayor of Kelp, on Monday.';

export class DraftGround extends CurationGround {
  async importPage(body: string, query = ''): Promise<ArticleReport> {
    const headers = { 'content-type': 'text/html' };
    const response = await this.api.send('POST', `/api/imports/articles?${query}`, body, headers);
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return JSON.parse(text) as ArticleReport;
  }

  draft(key = article): Promise<DraftView> {
    return this.api.json<DraftView>(`/api/articles/${of(key)}/draft`);
  }

  async decideOn(body: Partial<DecisionsBodyInput>, key = article): Promise<DecisionsReport> {
    const path = `/api/articles/${of(key)}/draft/decisions`;
    return (await this.decide('POST', path, { by: 'Ada', ...body })) as DecisionsReport;
  }

  /** All that is stored but for the drafts, and for the hashes of documents, in which the order of items counts. */
  async evidence(): Promise<string[]> {
    const lines = (await this.dump()).filter((line) => !line.startsWith('Draft:'));
    return lines.map((line) => line.replace(/"documentHash":"[^"]*",/, ''));
  }

  /** The edges that people look at, as "TYPE source target". */
  async derived(): Promise<string[]> {
    return (await this.edges()).map(({ type, source, target }) => `${type} ${source} ${target}`).sort();
  }
}

export const listOf = <K extends Proposal['kind']>(view: DraftView, kind: K) =>
  view.proposals.filter((one): one is ReviewedProposal & { proposal: ProposalOf<K> } => one.proposal.kind === kind);
/** The one claim of a holder. */
export function claimOf(view: DraftView, holder: string) {
  const [found, ...more] = listOf(view, 'claim').filter(({ proposal }) => proposal.claim.holder === holder);
  if (found === undefined || more.length > 0) throw new Error(`${holder} holds ${found ? 'several' : 'no'} claims.`);
  return found;
}

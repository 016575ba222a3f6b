// Having an article read from the page: by the rules where it has no draft, by the operator's language model where one is set.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { DraftView } from '../../server/schema/drafts.ts';
import { report } from '../builders.ts';
import { type ModelEndpoint, openModel } from '../model-endpoint.ts';
import { serious } from './axe.ts';
import { ask, describeInBrowser, openReady, panelOf, send } from './pages.ts';
import { startServer } from './server.ts';

const model = 'small-reader:7b';
const key = 'article:two-towns';
const search = `/?tab=articles&article=${encodeURIComponent(key)}`;
const unsaid = {
  ...{ shieldedBy: [], quantifier: null, number: null, of: null, hedge: null, sources: [], relays: [] },
  ...{ speech: null, speaker: null, mode: 'asserts', modality: 'now' },
};
const words = 'person:ada asserts opposes plan:bridge';
const answer = JSON.stringify({
  entities: [
    { id: 'e1', type: 'Country', name: 'Sudmark', quote: 'person:ada' },
    { id: 'e2', type: 'Plan', name: 'Harbour bridge', quote: 'plan:bridge' },
  ],
  relays: [],
  sources: [],
  claims: [
    {
      ...{
        ...unsaid,
        kind: 'stance',
        holder: 'e1',
        plan: 'e2',
        stance: 'opposes',
        text: 'Sudmark opposes the bridge.',
      },
      ...{ wording: 'opposes', quote: words },
    },
    {
      ...{
        ...unsaid,
        kind: 'stance',
        holder: 'e1',
        plan: 'e2',
        stance: 'supports',
        text: 'Sudmark supports the bridge.',
      },
      ...{ wording: null, quote: 'words that are nowhere in the text' },
    },
  ],
});

let endpoint: ModelEndpoint;
beforeAll(async () => {
  endpoint ??= await openModel(model);
});
afterAll(() => endpoint?.close());
afterEach(() => {
  expect(endpoint.violations).toEqual([]);
});

describeInBrowser(
  'having an article read',
  () => {
    it('offers the rules first, says what a language model is sent, and shows what it proposes', async () => {
      const says = [{ holder: 'person:ada', stance: 'opposes' as const, target: 'plan:bridge' }];
      await send('POST', '/api/articles', report({ slug: 'two-towns', title: 'Two towns', withText: true, says }));
      // The browser tells of each answer that is no success: at first there is no draft.
      const page = await openReady(search, { allowed: /status of 404/ });
      await panelOf(page).getByRole('button', { name: 'Propose claims' }).click();
      const dialog = page.getByRole('dialog', { name: /^Review/ });
      await dialog.getByText('This article has no draft').waitFor();
      await dialog
        .getByText(/With the rules nothing leaves this server\. The language model small-reader:7b/)
        .waitFor();
      expect(await serious(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Propose claims' }).click();
      await dialog.getByText(/Proposed by the rules/).waitFor();
      expect(endpoint.asked).toEqual([]);
      endpoint.replies(answer);
      await dialog.getByText('Read the text anew').click();
      await dialog.getByRole('button', { name: `Ask ${model}` }).click();
      await dialog.getByText(/Proposed by a language model/).waitFor();
      await dialog.getByText('Sudmark opposes Harbour bridge').first().waitFor();
      await dialog.getByText(/notes? on what the model answered/).waitFor();
      const draft = await ask<DraftView>(`/api/articles/${encodeURIComponent(key)}/draft`);
      const claims = draft.proposals.filter(({ proposal }) => proposal.kind === 'claim');
      expect(claims.map(({ proposal }) => proposal.span.quote)).toEqual([words]);
    });
  },
  async () => {
    // The server is started before the file’s own hooks have run.
    endpoint ??= await openModel(model);
    return startServer({ env: { HEARSAY_LLM_URL: endpoint.url, HEARSAY_LLM_MODEL: model } });
  },
);

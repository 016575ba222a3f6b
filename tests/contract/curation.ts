// What the contract tests of decisions share: the application over an empty store, and how a decision is sent and undone.
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { ClaimsDocumentInput } from '../../server/schema/article.ts';
import type { CurationReport } from '../../server/schema/curation.ts';
import type { Problem } from '../../server/schema/problem.ts';
import { type Api, serve } from './api.ts';
import type { TestEngine } from './engines.ts';
import { Ground } from './ingest-setup.ts';

export const of = (key: string): string => encodeURIComponent(key);

/** The document with something else in it that no assertion rests on: its import replaces the one before. */
export const mended = (document: ClaimsDocumentInput): ClaimsDocumentInput => ({
  ...document,
  article: { ...document.article, author: 'Somebody' },
});

export class CurationGround extends Ground {
  #api: Api | undefined;

  constructor(engine: TestEngine) {
    super(engine);
    // Neo4j plans each statement when it is first asked, and a decision asks for many.
    vi.setConfig({ testTimeout: 120_000 });
    beforeAll(async () => {
      this.#api = await serve(this.store);
    });
    afterAll(() => this.#api?.close());
  }

  get api(): Api {
    if (this.#api === undefined) throw new Error('The application is served only while tests run.');
    return this.#api;
  }

  /** What stands, without the history: that keeps what was done and what was taken back. */
  override async dump(options?: { derived: boolean }): Promise<string[]> {
    return (await super.dump(options)).filter((line) => !line.startsWith('Change:'));
  }

  /** The report on a decision; throws with the problem where it was refused. */
  async decide(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<CurationReport> {
    const response = await this.api.send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as CurationReport;
  }

  /** The problem with which a decision is refused; nothing is changed by it. */
  async refused(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Problem> {
    const before = await this.dump();
    const response = await this.api.send(method, path, body);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await this.dump()).toEqual(before);
    return (await response.json()) as Problem;
  }

  /** Carries a decision out, checks what holds then, takes it back, and finds every byte as it was. */
  async thereAndBack(decide: () => Promise<unknown>, then: () => Promise<unknown>, undo: () => Promise<unknown>) {
    const before = await this.dump();
    await decide();
    const decided = await this.dump();
    expect(decided).not.toEqual(before);
    await then();
    expect(await this.dump()).toEqual(decided);
    await undo();
    expect(await this.dump()).toEqual(before);
  }

  /** "min–max" of a derived edge, and "!" where it is contested; null where there is none. */
  async origins(id: string): Promise<string | null> {
    const edge = await this.edge(id);
    return edge === undefined ? null : `${edge.originsMin}–${edge.originsMax}${edge.contested ? '!' : ''}`;
  }
}

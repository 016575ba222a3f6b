// The commands of docs/curation.md do what the page says, and leave everything as it was.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importMany } from '../../server/ingest/many.ts';
import { projectRoot } from '../../server/root.ts';
import type { Contradictions } from '../../server/schema/comparison.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { bundled } from './ingest-setup.ts';

interface Command {
  method: string;
  path: string;
  body: string | undefined;
}

/** The calls of curl in the page's blocks of shell, in their order. */
function commands(page: string): Command[] {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block.split(/^(?=curl )/m).map((text) => {
      const words = [...text.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      const after = (option: string) => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);
      const body = after('--json');
      const address = new URL(words.find((word) => word.startsWith('http://')) ?? '');
      const method = after('-X') ?? (body === undefined ? 'GET' : 'POST');
      return { method, path: address.pathname + address.search, body };
    }),
  );
}

describeEngines('the page on decisions', (engine) => {
  const ground = new CurationGround(engine);

  it('has commands that work and take back what they did', { timeout: 120_000 }, async () => {
    const found = commands(readFileSync(join(projectRoot, 'docs', 'curation.md'), 'utf8'));
    expect(found.length).toBeGreaterThan(15);
    await importMany(ground.store, bundled());
    const before = await ground.dump();
    const { rows } = await ground.api.json<Contradictions>('/api/contradictions');
    const denial = rows.find(({ type }) => type === 'denial')?.key ?? '';
    const outcomes: string[] = [];
    let note = '';
    for (const { method, path, body } of found) {
      const address = path.replace('KEY', of(denial)).replace('NOTE', of(note));
      const response = await ground.api.send(method, address, body);
      const text = await response.text();
      expect(response.status, `${method} ${path}: ${text}`).toBe(200);
      if (method === 'GET') continue;
      const answer = JSON.parse(text) as { outcome: string; note?: { key: string } };
      outcomes.push(answer.outcome);
      note = answer.note?.key ?? note;
    }
    const pairs = ['created', 'removed'];
    expect(outcomes).toEqual([
      ...pairs,
      ...pairs,
      ...pairs,
      ...pairs,
      'created',
      'changed',
      'removed',
      // A merge, a split and a distinction.
      ...pairs,
      ...pairs,
      ...pairs,
      'created',
      'changed',
      'removed',
    ]);
    expect(await ground.dump()).toEqual(before);
  });
});

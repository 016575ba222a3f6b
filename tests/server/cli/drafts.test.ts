// Articles from the command line: a draft for each, the list of what waits, accepting all at once, reading without a database.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Draft } from '../../../server/schema/draft.ts';
import { entities, page, plain, relayed } from '../../contract/drafts-setup.ts';
import { tempFolder } from '../../temp.ts';
import { run } from './program.ts';

describe('drafts', () => {
  const folder = tempFolder();
  const environment = { HEARSAY_DATA: join(folder, 'store') };
  const cli = (...args: string[]) => run('cli', args, environment);
  const file = (name: string): string => join(folder, name);
  beforeAll(() => {
    writeFileSync(file('entities.json'), JSON.stringify(entities));
    writeFileSync(file('bridge.html'), page(relayed, plain));
    writeFileSync(
      file('note.md'),
      '---\ntitle: A note\ndate: 2026-03-06\n---\nNorland does not support the harbour bridge.\n',
    );
  });

  it('are listed, kept when the file comes in again, and accepted all at once', async () => {
    expect((await cli('drafts')).out).toMatch(/^There are no drafts/);
    const tried = await cli('import', file('entities.json'), file('bridge.html'), '--dry-run');
    expect(tried.out).toBe(
      '2 documents, dry run: 2 created; nothing was written.\n2 claims proposed, 0 accepted, 2 to review.\n',
    );
    const first = await cli('import', file('entities.json'), file('bridge.html'), file('note.md'));
    expect(first.out).toBe('3 documents: 3 created.\n3 claims proposed, 0 accepted, 3 to review.\n');
    const listed = (await cli('drafts')).out.trimEnd().split('\n');
    expect(listed).toEqual([
      expect.stringMatching(/^ +1 open +0 accepted +0 rejected {2}article:2026-03-06-a-note {2}A note$/),
      expect.stringMatching(/^ +2 open .*article:harbour-example-bridge {2}The harbour bridge$/),
    ]);
    expect((await cli('import', file('bridge.html'))).out).toMatch(/^1 document: 1 unchanged\.\n2 claims proposed, 0/);
    const accepted = await cli('import', file('bridge.html'), '--accept-all');
    expect(accepted.out).toMatch(/2 claims proposed, 2 accepted, 0 to review/);
    expect((await cli('drafts')).out).toMatch(/0 open +2 accepted +0 rejected {2}article:harbour-example-bridge/);
  }, 240_000);

  it('of a file are printed without any database', async () => {
    const printed = await run('cli', ['extract', file('bridge.html'), '--known', file('entities.json')], {
      HEARSAY_DATA: join(folder, 'none'),
    });
    const draft = Draft.parse(JSON.parse(printed.out));
    const stances = draft.proposals.flatMap((one) =>
      one.kind === 'claim' ? [`${one.claim.holder} ${one.claim.stance}`] : [],
    );
    expect(stances).toEqual(['country:norland opposes', 'country:sudmark supports']);
  }, 120_000);

  it.each([
    [['import', file('entities.json'), '--accept-all'], /--accept-all goes with articles/],
    [['extract', file('entities.json')], /is no article/],
    [['derive', '--accept-all'], /--accept-all is for import only/],
    [['drafts', '--known', 'x'], /--known is for extract only/],
  ] as [string[], RegExp][])('%# ends with 1 and a sentence', async (args, reason) => {
    const ended = await cli(...args);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(reason);
    expect(ended.err).not.toMatch(/\n\s+at /);
  });
});

// The command line writes an export and takes it in again, as processes of their own.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HearsayExport } from '../../../server/schema/exchange.ts';
import { report } from '../../builders.ts';
import { tempFolder } from '../../temp.ts';
import { run } from './program.ts';

describe('the commands export and import', () => {
  const folder = tempFolder();
  const at = (name: string) => join(folder, name);
  const cli = (store: string, ...args: string[]) => run('cli', args, { HEARSAY_DATA: at(store) });

  it('take a database from one place to another, whole', { timeout: 180_000 }, async () => {
    for (const slug of ['one', 'two']) {
      const says = [{ holder: 'country:a', stance: 'opposes' as const, target: 'plan:x', source: 'envoy' }];
      writeFileSync(at(`${slug}.json`), JSON.stringify(report({ slug, says })));
    }
    await cli('first', 'import', at('one.json'), at('two.json'));
    const file = at('all.export.json');
    expect(await cli('first', 'export', file)).toMatchObject({
      code: 0,
      out: `${file} is written; the texts of the articles are left out.\n`,
    });
    const json = JSON.parse(readFileSync(file, 'utf8')) as HearsayExport;
    expect(json.articles).toHaveLength(2);
    const tried = await cli('second', 'import', file, '--dry-run');
    expect(tried.out).toMatch(/2 articles \(2 created\).*; dry run, nothing was written\.\nDerived edges: all 1 as in/);
    expect((await cli('second', 'import', file)).out).toMatch(/2 articles \(2 created\)/);
    expect((await cli('second', 'import', file)).out).toMatch(/2 articles \(2 unchanged\), 0 new relations/);
    const part = at('part.json');
    await cli('second', 'export', part, '--article', 'article:one');
    expect((JSON.parse(readFileSync(part, 'utf8')) as HearsayExport).part).toEqual({ articles: 1, of: 2 });
  });

  it('leave no file where there is no such article, and say what is wrong', { timeout: 120_000 }, async () => {
    const refused = await cli('first', 'export', at('none.json'), '--article', 'article:none');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('No article "article:none" is held.');
    expect(existsSync(at('none.json'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.none'))).toEqual([]);
    expect((await cli('first', 'export', at('no/such/folder.json'))).err).toContain('There is no folder');
    expect((await cli('first', 'derive', '--texts')).err).toContain('--article and --texts are for export only.');
    const mixed = await cli('first', 'import', at('one.json'), at('all.export.json'));
    expect(mixed.err).toContain('is of an export, which imports by itself');
  });
});

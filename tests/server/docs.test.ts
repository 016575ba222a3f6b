// The docs hold what they promise: their example imports, their links lead somewhere, the published schemas are current.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDocument } from '../../server/ingest/document.ts';
import { projectRoot } from '../../server/root.ts';

const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: projectRoot, encoding: 'utf8' }).trim().split('\n');
const read = (page: string): string => readFileSync(join(projectRoot, page), 'utf8');

it('the example of the data format is a document that can be imported', () => {
  const example = /```json\n([\s\S]*?)\n```/.exec(read('docs/data-format.md'))?.[1] ?? '';
  expect(parseDocument(JSON.parse(example), 'example').kind).toBe('claims');
});

it.each(pages)('every link of %s leads to a file that is there', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const local = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(local.filter((link) => !existsSync(join(projectRoot, dirname(page), link)))).toEqual([]);
});

it('the published schemas are those of the code', () => {
  const script = join('scripts', 'write-json-schema.ts');
  execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { cwd: projectRoot });
});

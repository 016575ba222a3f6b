// What a file is taken for, by its ending and its contents, and a pasted text as a file.
import { expect, test } from 'vitest';
import { articleType, formOfJson, formOfName, pastedFile } from '../../../client/state/taking/forms.ts';
import { readMarkdown } from '../../../server/ingest/readers/article/markdown.ts';

test('the ending tells, whatever its case; what is not read says why', () => {
  expect(formOfName('Report.PDF')).toBe('article');
  expect(articleType('page.HTM')).toBe('text/html');
  expect(formOfName('checks.jsonld')).toBe('linked');
  expect(formOfName('entities.ftm')).toBe('lines');
  expect(formOfName('a.json')).toBe('json');
  expect(formOfName('a.ann')).toMatchObject({ why: expect.stringContaining('command line') });
  expect(formOfName('a.constructor')).toMatchObject({ why: expect.any(String) });
  expect(formOfName('none')).toMatchObject({ why: expect.stringContaining('.docx') });
});

test('of JSON the format tells, or the marks of JSON-LD', () => {
  expect(formOfJson({ format: 'hearsay-claims/1' })).toBe('claims');
  expect(formOfJson({ format: 'hearsay-entities/1' })).toBe('claims');
  expect(formOfJson({ format: 'hearsay-export/1' })).toBe('export');
  expect(formOfJson({ format: 'hearsay-csv/1' })).toBe('mapping');
  expect(formOfJson([{ '@type': 'ClaimReview' }])).toBe('linked');
  expect(formOfJson({ format: 'else/1' })).toMatchObject({ why: expect.stringContaining('else/1') });
  expect(formOfJson(3)).toMatchObject({ why: expect.any(String) });
});

test('a pasted text is read as exactly these words, with its facts', () => {
  const text = [
    '# No heading, *no* stress, `no` code',
    '1. no list\n- nor this',
    '<b>no tag</b> & no &amp; entity',
    'www.harbour.example and a_b_c ~~x~~ [a](b) | c | d',
    '---',
    '\\ {%} $ ^ "quoted" \'so\'',
  ].join('\n\n');
  const file = pastedFile({
    title: 'A "title": with signs',
    outlet: 'Harbour Times',
    author: '',
    date: '2026-03-02',
    url: '',
    text,
  });
  const read = readMarkdown('pasted.md', file);
  expect(read.text.replace(/\s+/g, ' ').trim()).toBe(text.replace(/\s+/g, ' '));
  expect(read).toMatchObject({ title: 'A "title": with signs', outletName: 'Harbour Times' });
  expect(read.dates).toEqual([{ field: 'front matter, date', value: '2026-03-02' }]);
});

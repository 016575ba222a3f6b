// JSON of any form in a request is taken to a depth that can be looked through.
import { expect, it } from 'vitest';
import { DocumentChangeBody } from '../../../server/schema/changes.ts';
import { QueryRequest } from '../../../server/schema/cypher.ts';

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

it.each([102, 50_000])('refuses what is nested %i deep, by its place', (levels) => {
  const parts = [{ part: 'claims', id: 'c1', value: { id: 'c1', text: deep(levels) } }];
  const changed = DocumentChangeBody.safeParse({ parts, by: 'Ada' });
  expect(changed.error?.issues).toEqual([
    expect.objectContaining({ path: ['parts', 0, 'value', 'text'], message: expect.stringContaining('100 deep') }),
  ]);
});

it('takes what documents hold, as it is given', () => {
  const value = { id: 'c1', list: [{ a: null, b: [1, 'x', true] }], deep: deep(90) };
  const body = { parts: [{ part: 'claims', id: 'c1', value }], by: 'Ada' };
  expect(DocumentChangeBody.parse(body)).toEqual(body);
});

it('refuses parameters of a statement that are too deep to look through', () => {
  const body = (levels: number) => ({ statement: 'RETURN 1', parameters: { a: deep(levels) } });
  expect(QueryRequest.safeParse(body(50_000)).success).toBe(false);
  expect(QueryRequest.safeParse(body(900)).success).toBe(true);
});

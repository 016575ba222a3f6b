// Statements with lists are sent with all their parameters in one map, which leaves what they say as it is.
import { expect, it } from 'vitest';
import { asSent } from '../../../server/store/neo4j-sent.ts';
import { loadStatements } from '../../../server/store/statements.ts';

it('asks for each parameter within the map, and not in what only looks like one', () => {
  const text = [
    '// of($rows)',
    "UNWIND $rows AS row MATCH (n {key: row.key}) WHERE n.price <> '$rows' AND n.`$limit` < $limit",
    'RETURN n.key LIMIT $limit',
  ].join('\n');
  const sent = asSent(text, { rows: [], limit: 3 });
  expect(sent.text).toBe(
    [
      '// of($rows)',
      "UNWIND $given.rows AS row MATCH (n {key: row.key}) WHERE n.price <> '$rows' AND n.`$limit` < $given.limit",
      'RETURN n.key LIMIT $given.limit',
    ].join('\n'),
  );
  expect(Object.keys(sent.values)).toEqual(['given']);
  expect(Object.keys(sent.values.given as object)).toEqual(['rows', 'limit']);
});

it('leaves a statement without lists as it is', () => {
  const text = 'MATCH (n:Record {key: $key}) RETURN n.key AS key';
  expect(asSent(text, { key: 'person:pat' })).toEqual({ text, values: { key: 'person:pat' } });
});

it('leaves labels and types that are chosen when the statement runs', () => {
  const dynamic = [...loadStatements('neo4j').values()].filter(({ text }) => text.includes(':$('));
  expect(dynamic.length).toBeGreaterThan(0);
  for (const { text } of dynamic) {
    const sent = asSent(text, { any: ['list'] }).text;
    expect(sent.split(':$(')).toHaveLength(text.split(':$(').length);
  }
});

// What completion knows of a statement: which words are finished, and whose properties a name has.
import { expect, test } from 'vitest';
import { isFinished, propertiesOf } from '../../client/editor/completion.ts';

const kind = (name: string, ...properties: string[]) => ({
  name,
  count: 1,
  properties: properties.map((one) => ({ name: one, types: ['String'] })),
});
const schema = {
  labels: [kind('Country', 'name', 'iso'), kind('Plan', 'name', 'kind'), kind('Odd Name', 'odd')],
  relationTypes: [{ ...kind('OPPOSES', 'originsMin'), between: [] }],
  constraints: [],
  indexes: [],
  procedures: [],
  sampled: false,
};

test('a word is finished where it is what would be inserted, a keyword in any case', () => {
  const options = [
    { label: 'p', type: 'variable' },
    { label: 'DESC', apply: 'DESC', type: 'keyword' },
  ];
  expect(['p', 'desc', 'DESC', 'P', 'DES', ''].map((word) => isFinished(word, options))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a name has the properties of what the statement says it is', () => {
  const of = (text: string, name: string) =>
    propertiesOf(text, name, schema) && [...(propertiesOf(text, name, schema) ?? [])];
  expect(of('MATCH (c:Country)-[r:OPPOSES]->(p) WHERE c.', 'c')).toEqual(['name', 'iso']);
  expect(of('MATCH (c:Country)-[r:OPPOSES*1..2]->(p) WHERE r.', 'r')).toEqual(['originsMin']);
  expect(of('MATCH (c:Country|Plan {name: 1}) WHERE c.', 'c')).toEqual(['name', 'iso', 'kind']);
  expect(of('MATCH (c :Country) MATCH (c: Plan) WHERE c.', 'c')).toEqual(['name', 'iso', 'kind']);
  expect(of('MATCH (c:Country), (p) WHERE p.', 'p')).toBeUndefined();
  expect(of('MATCH (c:!Country) WHERE c.', 'c')).toBeUndefined();
  expect(of('MATCH (c:Nothing) WHERE c.', 'c')).toBeUndefined();
});

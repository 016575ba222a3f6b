// The parameters of a statement: found in its text only where they are some, and sent as what they are.
import { expect, test } from 'vitest';
import {
  emptiness,
  fieldOf,
  fieldsFor,
  likelyType,
  type ParameterType,
  parametersIn,
  readField,
  readFields,
} from '../../client/state/cypher/parameters.ts';

test('parameters are found in their order, once each', () => {
  expect(parametersIn('MATCH (n {key: $key}) WHERE n.a = $ä2 OR n.b IN $key RETURN n LIMIT $`odd ``name`')).toEqual([
    'key',
    'ä2',
    'odd `name',
  ]);
});

test.each([
  ["RETURN '$no' + \"$no\" + '\\'$no'"],
  ['RETURN 1 // $no\n'],
  ['RETURN 1 /* $no \n $no */'],
  ['MATCH (`$no`) RETURN 1'],
  ['RETURN 1 $ '],
])('there is none in %s', (statement) => {
  expect(parametersIn(statement)).toEqual([]);
});

test('a parameter has the type that its place and its name suggest', () => {
  const types = (statement: string) => parametersIn(statement).map((name) => likelyType(statement, name));
  expect(types('MATCH (n) WHERE n.key = $planKey AND n.x IN $types AND n.y = $y RETURN n SKIP $from LIMIT $n')).toEqual(
    ['key', 'list', 'text', 'number', 'number'],
  );
  expect(types('RETURN $n.a LIMIT 3 + $nn')).toEqual(['text', 'text']);
});

test('fields keep what was written in them, whatever a parameter is called', () => {
  const written = { constructor: { type: 'number', text: '3' } } as const;
  expect(fieldsFor('RETURN $constructor, $toString', written)).toEqual({
    constructor: { type: 'number', text: '3' },
    toString: { type: 'text', text: '' },
  });
});

const read = (type: ParameterType, text: string) => readField({ type, text });

test('each type is sent as what it is', () => {
  expect(read('text', ' 12 ')).toEqual({ value: ' 12 ' });
  expect(read('number', ' 12 ')).toEqual({ value: 12 });
  expect(read('number', '-0.5')).toEqual({ value: -0.5 });
  expect(read('boolean', 'false')).toEqual({ value: false });
  expect(read('date', '2024-10-24')).toEqual({ value: '2024-10-24' });
  expect(read('list', 'a\n\n b \n')).toEqual({ value: ['a', 'b'] });
  expect(read('json', '{"a": [1]}')).toEqual({ value: { a: [1] } });
  expect(read('key', 'country:hu')).toEqual({ value: 'country:hu' });
});

test('numbers that JSON would change go with their type', () => {
  expect(read('number', '9007199254740993')).toEqual({ value: { $type: 'Integer', _value: '9007199254740993' } });
  expect(read('number', '1.0')).toEqual({ value: { $type: 'Float', _value: '1.0' } });
});

test('what cannot be read is said, by parameter', () => {
  const { values, faults } = readFields('RETURN $n, $j, $t', {
    n: { type: 'number', text: 'twelve' },
    j: { type: 'json', text: '{' },
    t: { type: 'text', text: 'x' },
  });
  expect(values).toEqual({ t: 'x' });
  expect(Object.keys(faults)).toEqual(['n', 'j']);
  expect(faults.n).toContain('number');
});

test('a date is a year, a month or a day that the calendar has', () => {
  for (const text of ['2024', '2024-10', '2024-02-29', ''])
    expect(read('date', ` ${text} `)).toEqual({ value: text || null });
  for (const text of ['2023-02-29', '2024-13', '24-10-2024', '2024-1-1', 'May'])
    expect(read('date', text), text).toEqual({ fault: expect.any(String) });
});

test('a number that JSON would send as null is a fault', () => {
  expect(read('number', '1e400')).toEqual({ fault: expect.stringContaining('large') });
  expect(read('number', '9'.repeat(400))).toEqual({ value: { $type: 'Integer', _value: '9'.repeat(400) } });
});

test('what an empty field is sent as is said, and where it cannot be sent it is a fault', () => {
  const statement = 'MATCH (n) WHERE n.key = $key AND n.a IN $list AND n.b = $text RETURN n SKIP $from LIMIT $n';
  const fields = fieldsFor(statement, {});
  const said = Object.entries(fields).map(([name, field]) => emptiness(statement, name, field));
  expect(said).toEqual([
    '$key is empty (sent as null)',
    '$list is empty (sent as [])',
    '$text is empty (sent as "")',
    '$from has no value',
    '$n has no value',
  ]);
  expect(emptiness(statement, 'text', { type: 'json', text: 'null' })).toBeUndefined();
  const { values, faults } = readFields(statement, fields);
  expect(values).toEqual({ key: null, list: [], text: '' });
  expect(Object.keys(faults)).toEqual(['from', 'n']);
  expect(faults.n).toContain('$n has no value');
});

test.each<[ParameterType, unknown]>([
  ['text', 'a'],
  ['number', 3],
  ['boolean', true],
  ['date', '2024-10-24'],
  ['list', ['a', 'b']],
  ['list', ['with\nline', '']],
  ['json', { a: 1 }],
  ['number', { $type: 'Integer', _value: '9007199254740993' }],
])('a default of type %s comes back from its field: %j', (type, value) => {
  const field = fieldOf(type, value);
  const back = readField(typeof value === 'object' && !Array.isArray(value) ? { ...field, type: 'json' } : field);
  expect(back).toEqual({ value });
});

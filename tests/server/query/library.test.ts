// The library's files: what they say is read whole, and each fault is told with its file and line.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary, parseQuery } from '../../../server/query/library.ts';
import { projectRoot } from '../../../server/root.ts';

const file = 'data/queries/who-opposes.cypher';
const lines = [
  '// Who opposes a plan?',
  '// group: Stances',
  '// Everybody who is reported to,',
  '// with the articles.',
  '// $plan key "Plan or event" = "plan:nato-invitation"',
  '// $articles number "At least" = 2',
  "MATCH (holder)-[r:OPPOSES]->(p {key: $plan}) // of '$10'",
  'WHERE r.articles >= $articles',
  "RETURN holder.name AS holder, '$cost' AS `$money`",
];
const read = (...changes: [line: number, text: string][]) => {
  const changed = [...lines];
  for (const [line, text] of changes) changed[line - 1] = text;
  return parseQuery(file, `${changed.filter((line) => line !== 'GONE').join('\n')}\n`);
};

it('reads title, group, description, parameters with their defaults, and the statement', () => {
  expect(read()).toEqual({
    id: 'who-opposes',
    title: 'Who opposes a plan?',
    group: 'Stances',
    description: 'Everybody who is reported to, with the articles.',
    statement: lines.slice(6).join('\n'),
    parameters: [
      { name: 'plan', type: 'key', label: 'Plan or event', default: 'plan:nato-invitation' },
      { name: 'articles', type: 'number', label: 'At least', default: 2 },
    ],
  });
});

it.each<[type: string, value: string, expected: unknown]>([
  ['text', '""', ''],
  ['boolean', 'true', true],
  ['date', '"2024-10"', '2024-10'],
  ['list', '["a", 1]', ['a', 1]],
  ['json', '{"a": [null]}', { a: [null] }],
  ['number', '-1.5', -1.5],
])('takes a default of type %s', (type, value, expected) => {
  expect(read([6, `// $articles ${type} "At least" = ${value}`]).parameters[1]).toMatchObject({
    type,
    default: expected,
  });
});

describe('says where a file breaks the form', () => {
  it.each<[change: [line: number, text: string], fault: string]>([
    [[1, 'MATCH (n)'], ':1: the first line must be "// " and the title, a question'],
    [[2, '// Stances'], ':2: the second line must be "// group: …"'],
    [[5, '// $plan'], ':5: a parameter must be declared as $name type "Label" = default'],
    [
      [5, '// $plan thing "Plan" = "x"'],
      ':5: "thing" is none of the types text, key, date, number, boolean, list, json',
    ],
    [
      [5, '// $plan key "Plan" = plan:x'],
      ':5: the default of $plan is not JSON: it must be a key in quotation marks, such as "country:hu"',
    ],
    [
      [5, '// $plan key "Plan" = "x"'],
      ':5: the default of $plan must be a key in quotation marks, such as "country:hu"',
    ],
    [[6, '// $articles number "At least" = "2"'], ':6: the default of $articles must be a number'],
    [
      [6, '// $articles date "At least" = "soon"'],
      ':6: the default of $articles must be a day in quotation marks, such as "2024-10-24"',
    ],
    [[6, '// and more words'], ':6: the description stands before the parameters'],
    [[6, '// $plan key "Plan" = "plan:x"'], ':8: $articles is not declared in the comment'],
    [[8, 'WHERE r.articles >= 2'], ':6: $articles is declared and not used'],
  ])('%j', (change, fault) => {
    expect(() => read(change)).toThrow(`${file}${fault}`);
  });

  it('without a description or a statement', () => {
    expect(() => parseQuery(file, '// Who?\n// group: A\nRETURN 1 AS x')).toThrow(
      ':3: a description must follow the group',
    );
    expect(() => parseQuery(file, '// Who?\n// group: A\n// Words.\n')).toThrow(
      ':4: a statement must follow the comment',
    );
    expect(() => parseQuery('data/queries/Who.cypher', lines.join('\n'))).toThrow('data/queries/Who.cypher:1: id:');
  });
});

it('is in order of groups and titles', () => {
  const places = loadLibrary(join(projectRoot, 'data', 'queries')).map(({ group, title }) => `${group}\n${title}`);
  expect(places).toEqual([...places].sort());
});

// The loader of cypher/ refuses every statement that does not match its header, its parameters or its types, citing file and line.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { firstWrite, parametersOf } from '../../../server/store/cypher-text.ts';
import { loadStatements, parseStatement, type StatementType } from '../../../server/store/statements.ts';
import { tempFolder } from '../../temp.ts';

const oneKey: StatementType = {
  parameters: z.strictObject({ key: z.string() }),
  row: z.strictObject({ name: z.string() }),
};
const good =
  '// node(key) read one\n// The node of that key.\n// Or none.\nMATCH (n {key: $key})\nRETURN n.name AS name\n';
const parse = (source: string, type = oneKey) => parseStatement('read/node', 'cypher/read/node.cypher', source, type);

it('reads header, description and text', () => {
  expect(parse(good)).toMatchObject({
    name: 'read/node',
    access: 'read',
    rows: 'one',
    description: 'The node of that key. Or none.',
  });
});

const faults: [why: string, source: string, message: RegExp, type?: StatementType][] = [
  ['no header', good.replace('// node(key) read one', '// A node.'), /node\.cypher:1: the first line must be/],
  ['another name', good.replace('node(', 'nodes('), /:1: the header says "nodes"/],
  ['no description', good.replace('// The node of that key.\n// Or none.\n', ''), /:2: a comment/],
  ['an undeclared parameter', good.replace('RETURN', 'WHERE n.a = $other\nRETURN'), /:5: \$other is not declared/],
  ['an unused parameter', good.replace('(key)', '(key, limit)'), /:1: \$limit is declared and not used/],
  ['a parameter without a type', good, /:1: \$key has no type/, { ...oneKey, parameters: z.strictObject({}) }],
  [
    'a type without a parameter',
    good,
    /:1: \$more has a type/,
    { ...oneKey, parameters: z.strictObject({ key: z.string(), more: z.string() }) },
  ],
  ['a read that writes', good.replace('RETURN', 'SET n.a = 1 RETURN'), /:5: a read statement writes here/],
  ['a write that only reads', good.replace('read one', 'write one'), /:1: a write statement that writes nothing/],
  ['typed rows where there are none', good.replace('read one', 'read none'), /:1: it gives no rows/],
  ['rows without a type', good, /:1: its rows have no type/, { ...oneKey, row: z.strictObject({}) }],
];
it.each(faults)('refuses %s', (_, source, message, type) => {
  expect(() => parse(source, type)).toThrow(message);
});

it('takes no parameter nor clause from texts, comments and quoted names', () => {
  const text = "RETURN '$a \\' SET' AS x, \"$b\" AS y, `$c`.`CREATE` AS z // $d DELETE\n/* $e\nMERGE */, $f AS f";
  expect([...parametersOf(text).keys()]).toEqual(['f']);
  expect(firstWrite(text)).toBe(-1);
});

describe('the tree', () => {
  const none = { parameters: z.strictObject({}), row: z.strictObject({ one: z.int() }) };
  const statement = (name: string, value: number) => `// ${name}() read one\n// A number.\nRETURN ${value} AS one\n`;
  const tree = (files: Record<string, string>): string => {
    const root = join(tempFolder(), 'cypher');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  };

  it("takes the dialect's own wording where there is one", () => {
    const root = tree({ 'read/a.cypher': statement('a', 1), 'neo4j/read/a.cypher': statement('a', 2) });
    const types = { 'read/a': none };
    expect(loadStatements('embedded', { root, types }).get('read/a')).toMatchObject({ file: 'cypher/read/a.cypher' });
    expect(loadStatements('neo4j', { root, types }).get('read/a')).toMatchObject({
      file: 'cypher/neo4j/read/a.cypher',
      text: expect.stringContaining('RETURN 2'),
    });
  });

  it('has a statement of one engine only where its type says so', () => {
    const root = tree({ 'neo4j/read/a.cypher': statement('a', 1) });
    expect(loadStatements('embedded', { root, types: { 'read/a': { ...none, only: 'neo4j' } } }).size).toBe(0);
    expect(loadStatements('neo4j', { root, types: { 'read/a': { ...none, only: 'neo4j' } } }).size).toBe(1);
    expect(() => loadStatements('embedded', { root, types: { 'read/a': none } })).toThrow(
      'cypher/read/a.cypher:1: "read/a" has a type and no file',
    );
  });

  it('refuses a file without a type', () => {
    const root = tree({ 'read/a.cypher': statement('a', 1) });
    expect(() => loadStatements('neo4j', { root, types: {} })).toThrow('cypher/read/a.cypher:1: "read/a" has no entry');
  });
});

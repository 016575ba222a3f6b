// The gate on both dialects: what is refused and why, what is let through, and that reading never takes the server with it.
import { afterAll, describe, expect, it } from 'vitest';
import { type Accepted, Gate, type Refused } from '../../../server/query/gate.ts';
import { attacks } from './gate-attacks.ts';
import { lookalikes } from './gate-lookalikes.ts';

const gates = { neo4j: new Gate({ dialect: 'neo4j' }), embedded: new Gate({ dialect: 'embedded' }) };
afterAll(async () => void (await Promise.all(Object.values(gates).map((gate) => gate.close()))));

async function accepted(gate: Gate, text: string, mode: 'read' | 'write' = 'read'): Promise<Accepted> {
  const verdict = await gate.check(text, { mode });
  if (!verdict.accepted) throw new Error(`${text}: ${verdict.faults.map(({ message }) => message).join(' ')}`);
  return verdict;
}
async function refused(gate: Gate, text: string, mode: 'read' | 'write' = 'read'): Promise<Refused> {
  const verdict = await gate.check(text, { mode });
  if (verdict.accepted) throw new Error(`It was let through: ${text.slice(0, 200)}`);
  return verdict;
}
const short = (text: string): string => JSON.stringify(text.length > 70 ? `${text.slice(0, 70)}…` : text);

it('has a table of at least 80 attempts and 40 look-alikes', () => {
  expect(Object.values(attacks).flat().length).toBeGreaterThanOrEqual(80);
  expect(lookalikes.length).toBeGreaterThanOrEqual(40);
});

for (const [dialect, gate] of Object.entries(gates)) {
  describe(`for ${dialect}`, () => {
    for (const [kind, attempts] of Object.entries(attacks)) {
      for (const [code, statement] of attempts) {
        it(`${kind}: refuses ${short(statement)}`, { timeout: 60_000 }, async () => {
          const { faults } = await refused(gate, statement);
          expect(faults.map((fault) => fault.code)).toContain(code);
          for (const { message, from, to } of faults) {
            expect(message.length).toBeGreaterThan(10);
            expect(from.offset).toBeLessThanOrEqual(statement.length);
            expect(to.offset).toBeGreaterThanOrEqual(from.offset);
          }
        });
      }
    }
    for (const [statement] of lookalikes) {
      it(`lets through ${short(statement)}`, async () => {
        expect((await accepted(gate, statement)).writes).toBe(false);
      });
    }
  });
}

describe('faults', () => {
  it('name their place by line, column and offset', async () => {
    const { faults } = await refused(gates.neo4j, 'MATCH (n)\n  RETURN m.name AS a');
    expect(faults).toEqual([
      {
        code: 'semantic',
        message: 'Variable `m` not defined',
        wayOut: null,
        from: { line: 2, column: 10, offset: 19 },
        to: { line: 2, column: 11, offset: 20 },
      },
    ]);
  });
  it('count places in UTF-16 units behind characters of two', async () => {
    const { faults } = await refused(gates.neo4j, "WITH '😀😀' AS a RETURN b");
    expect(faults[0]?.from).toEqual({ line: 1, column: 25, offset: 24 });
  });
  it('say what to do instead', async () => {
    const { faults } = await refused(gates.embedded, 'MATCH (n:Person|Country) RETURN n');
    expect(faults[0]).toMatchObject({ code: 'dialect', wayOut: expect.stringContaining('n:A OR n:B') });
  });
});

describe('writing', () => {
  for (const [dialect, gate] of Object.entries(gates)) {
    it(`is let through where it is asked for (${dialect})`, async () => {
      const verdict = await accepted(gate, "MATCH (n:Person {name: 'x'}) SET n.description = 'y'", 'write');
      expect(verdict).toMatchObject({ writes: true, columns: [] });
    });
    it(`changes no schema, and leaves the marker alone (${dialect})`, async () => {
      for (const [code, statement] of [...(attacks.schema ?? []), ...(attacks['LOAD CSV'] ?? [])]) {
        expect((await refused(gate, statement, 'write')).faults.map((fault) => fault.code)).toContain(code);
      }
      const { faults } = await refused(gate, 'MATCH (m:HearsayMarker) SET m.revision = 0', 'write');
      expect(faults[0]?.message).toContain('HearsayMarker');
    });
    it(`does not commit by itself (${dialect})`, async () => {
      const { faults } = await refused(gate, 'MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS', 'write');
      expect(faults.map(({ code }) => code)).toContain('write');
    });
  }
});

describe('what the engine is sent', () => {
  it('has blanks where comments were, at the same places', async () => {
    const { text, rewritten } = await accepted(gates.neo4j, 'RETURN /* a */ 1 AS b // c');
    expect(text).toBe('RETURN         1 AS b     ');
    expect(rewritten).toBe(false);
  });
  it('keeps EXPLAIN for Neo4j and says so for both', async () => {
    expect(await accepted(gates.neo4j, 'EXPLAIN RETURN 1 AS a')).toMatchObject({
      explains: 'plan',
      text: 'EXPLAIN RETURN 1 AS a',
    });
    expect(await accepted(gates.embedded, 'profile RETURN 1 AS a')).toMatchObject({
      explains: 'profile',
      text: 'RETURN 1 AS a',
    });
  });
  it('refuses PROFILE of a write on the embedded engine, which would write twice, and names the way out', async () => {
    const statement = "PROFILE CREATE (n:Person {name: 'x'})";
    expect(await accepted(gates.neo4j, statement, 'write')).toMatchObject({ explains: 'profile', writes: true });
    expect((await refused(gates.embedded, statement, 'write')).faults).toMatchObject([
      { code: 'dialect', wayOut: expect.stringContaining('EXPLAIN'), from: { offset: 0 }, to: { offset: 7 } },
    ]);
    await accepted(gates.embedded, statement.replace('PROFILE', 'EXPLAIN'), 'write');
    await accepted(gates.embedded, 'PROFILE MATCH (n:Person) RETURN n.name AS name', 'write');
  });
  it('names columns as Neo4j does', async () => {
    const verdict = await accepted(gates.embedded, 'MATCH (n:Claim) RETURN  n . kind, count( * ), n.`key`');
    expect(verdict.columns).toEqual(['n . kind', 'count( * )', 'n.`key`']);
    expect(verdict.text).toContain('AS `n . kind`, count( * ) AS `count( * )`, n.`key` AS `column 3`');
  });
  it('has * written out by name', async () => {
    const verdict = await accepted(gates.embedded, 'WITH 1 AS b, 2 AS a RETURN *');
    expect(verdict).toMatchObject({
      columns: ['a', 'b'],
      text: 'WITH 1 AS b, 2 AS a RETURN a AS a, b AS b',
      rewritten: true,
    });
  });
  it('adds up nothing to 0, and joins texts by +', async () => {
    expect((await accepted(gates.embedded, 'MATCH (n:Claim) RETURN sum(n.number) AS s')).text).toContain(
      'coalesce(sum(n.number), 0) AS s',
    );
    expect((await accepted(gates.embedded, "RETURN 'a' || 'b' AS s")).text).toBe("RETURN 'a' +  'b' AS s");
  });
});

describe('what only Neo4j refuses, or only it keeps', () => {
  it.each([
    'MATCH (n:Country) RETURN reverse(n.aliases) AS x',
    'MATCH (n:Country) RETURN reverse(coalesce(n.aliases, [])) AS x',
    'MATCH (n:Country) RETURN reverse([x IN n.aliases WHERE true]) AS x',
    'MATCH (n:Country) WITH collect(n.aliases) AS lists RETURN reverse(head(lists)) AS x',
    'MATCH (c:Country) OPTIONAL MATCH (c)-[:OPPOSES]->(p:Plan) MATCH (p) RETURN c.key AS key',
    'RETURN 1 AS __proto__',
    'RETURN {a: {__proto__: 1}} AS m',
    'WITH {x: 1} AS m RETURN m {.x, `__proto__`: 2} AS y',
    'MATCH (a:Country) WITH collect(a) AS ns RETURN {nodes: ns, edges: []} AS m',
    'RETURN {a: {edges: [], `nodes`: []}} AS m',
    'MATCH (a:Country) WITH collect(a) AS ns, {x: 1} AS m RETURN m {nodes: ns, edges: []} AS y',
    'WITH {nodes: [1]} AS m RETURN m {.*, edges: []} AS y',
  ])('is refused for the embedded engine: %j', async (statement) => {
    expect((await refused(gates.embedded, statement)).faults).toMatchObject([{ code: 'dialect' }]);
    await accepted(gates.neo4j, statement);
  });
  it('is not refused for a list that is made anew', async () => {
    for (const list of [
      '[x IN n.aliases | x]',
      'tail(n.aliases)',
      'n.aliases[0..2]',
      "n.aliases + ['a']",
      'collect(n.name)',
    ])
      await accepted(gates.embedded, `MATCH (n:Country) RETURN reverse(${list}) AS x`);
  });
});

describe('a refusal on the embedded engine', () => {
  it.each([
    ['RETURN toInteger($a + "3") AS x', 'The argument of toInteger() must be a number', 'write the number itself'],
    ['CALL db.labels() YIELD label RETURN label ORDER BY label', 'no procedure db.labels', 'UNWIND labels(n) AS label'],
    ['CALL db.relationshipTypes()', 'no procedure', 'RETURN DISTINCT type(r) AS relationshipType'],
    ['MATCH (n:Claim) RETURN round(avg(n.number), 1) AS x', 'no round()', 'floor(avg(n.number) * 10 + 0.5) / 10'],
    ['MATCH (n:Claim) RETURN round(n.number / 2.0) AS x', 'no round()', 'floor((n.number / 2.0) + 0.5)'],
    ['MATCH (n:Country) WHERE n.foo = 3 RETURN n', 'What n.foo holds is not known', 'IS NOT NULL'],
    ['MATCH (n) WHERE labels(n) = ["Country"] RETURN n', 'labels(n) gives comes in another order', 'IN labels(n)'],
    ['MATCH (n) WHERE labels(n)[0] = "Country" RETURN n', 'come in another order', 'IN labels(n)'],
    ['MATCH (n) RETURN head(labels(n)) + "" AS x', 'a list in no certain order', 'IN labels(n)'],
    ['RETURN toString(1.5) AS x', 'is a float', 'Return it by itself'],
    ['MATCH (n:Plan) RETURN sin(n.number) AS x', 'no sin()', 'outside of the statement'],
  ])('is one fault, with a way out: %s', async (statement, message, wayOut) => {
    const { faults } = await refused(gates.embedded, statement);
    expect(faults).toMatchObject([
      { code: 'dialect', message: expect.stringContaining(message), wayOut: expect.stringContaining(wayOut) },
    ]);
  });
  it.each([
    'MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label',
    'MATCH ()-[r]->() RETURN DISTINCT type(r) AS relationshipType',
    'MATCH (n) UNWIND keys(n) AS propertyKey RETURN DISTINCT propertyKey',
    'MATCH (n:Claim) RETURN floor(avg(n.number) * 10 + 0.5) / 10 AS x',
  ])('names a way out that is let through: %s', async (statement) => {
    await accepted(gates.embedded, statement);
  });
  it('puts numbers in the place of their texts', async () => {
    const { text } = await accepted(
      gates.embedded,
      `RETURN toInteger("-3") AS a, toFloat('2') AS b, toFloat('2.50') AS c`,
    );
    expect(text).toBe('RETURN (-3) AS a, (2.0) AS b, (2.50) AS c');
    for (const other of ['toInteger("1.9")', 'toInteger("007")', 'toInteger(" 3")', 'toFloat("1e3")', 'toInteger("")'])
      expect((await refused(gates.embedded, `RETURN ${other} AS x`)).faults).toHaveLength(1);
  });
});

describe('what is written on the embedded engine', () => {
  const write = (statement: string) => gates.embedded.check(statement, { mode: 'write' });
  it('may come from a parameter, which then is a text, a number, or true or false', async () => {
    for (const statement of ['MATCH (n:Country) SET n.note = $p', 'CREATE (n:Note {note: $p})']) {
      const verdict = await write(statement);
      if (!verdict.accepted) throw new Error(JSON.stringify(verdict.faults));
      for (const p of ['a', 1, 1.5, true, null]) expect(gates.embedded.checkParameters(verdict, { p })).toEqual([]);
      for (const p of [[1, 'a'], { a: 1 }])
        expect(gates.embedded.checkParameters(verdict, { p })).toMatchObject([{ code: 'parameter' }]);
    }
  });
  it.each([
    ['MATCH (n:Country) SET n.name = 3', 'name holds text in this model, and “3” is an integer'],
    ['MATCH (n:Country) SET n.aliases = [1]', 'aliases holds a list of texts'],
    ['MATCH (n:Country) SET n.aliases = [x IN n.aliases | n.name]', 'aliases holds a list of texts'],
    ['MATCH (n:Country) SET n.note = $p + $p', 'adds numbers, texts or lists'],
    ['MATCH (n:Country) SET n.note = n.unheardOf', 'What kind of value note would get'],
    ['MATCH ()-[r:SUPPORTS]->() SET r.note = r.confidence / 2', 'What kind of value note would get'],
  ])('is refused in words of writing: %s', async (statement, message) => {
    const verdict = await write(statement);
    expect(verdict).toMatchObject({ accepted: false, faults: [{ message: expect.stringContaining(message) }] });
    expect(JSON.stringify(verdict)).not.toMatch(/ompare/);
  });
});

describe('parameters', () => {
  it('must be of the kind that is compared with them, on the embedded engine only', async () => {
    const statement = 'MATCH (n:Person {key: $key}) RETURN n.name AS name';
    const embedded = await accepted(gates.embedded, statement);
    expect(gates.embedded.checkParameters(embedded, { key: 'a' })).toEqual([]);
    expect(gates.embedded.checkParameters(embedded, { key: { $type: 'String', _value: 'a' } })).toEqual([]);
    expect(gates.embedded.checkParameters(embedded, { key: 1 })).toMatchObject([{ code: 'parameter' }]);
    expect(gates.neo4j.checkParameters(await accepted(gates.neo4j, statement), { key: 1 })).toEqual([]);
  });
  it('are looked at inside, too', async () => {
    const verdict = await accepted(
      gates.embedded,
      'UNWIND $rows AS row MATCH (n:Person {key: row.key}) RETURN n.name AS a LIMIT $most',
    );
    expect(verdict.parameterKinds).toEqual({
      rows: 'list',
      row: undefined,
      'rows[]': 'map',
      'rows[].key': 'text',
      most: 'count',
    });
    expect(gates.embedded.checkParameters(verdict, { rows: [{ key: 'a' }, { key: 2 }], most: 1 })).toHaveLength(1);
    expect(gates.embedded.checkParameters(verdict, { rows: [], most: -1 })).toHaveLength(1);
  });
  it('may be a text or a list where both engines take both, and what else is asked of them narrows that', async () => {
    const open = await accepted(gates.embedded, 'RETURN size($p) AS a, isEmpty($p) AS b, reverse($p) AS c');
    expect(open.parameterKinds).toEqual({ p: 'text or list' });
    for (const p of ['a', [], [1, 'a', null], null]) expect(gates.embedded.checkParameters(open, { p })).toEqual([]);
    for (const p of [1, true, { a: 1 }]) expect(gates.embedded.checkParameters(open, { p })).toHaveLength(1);
    const kinds = async (statement: string) => (await accepted(gates.embedded, statement)).parameterKinds;
    expect(await kinds('RETURN size($p) AS a, head($p) AS b')).toEqual({ p: 'list' });
    expect(await kinds('RETURN size($p) AS a, toUpper($p) AS b')).toEqual({ p: 'text' });
    expect(await kinds('UNWIND $p AS x WITH x ORDER BY x RETURN size(x) AS n')).toEqual({ p: 'list', 'p[]': 'text' });
    const { faults } = await refused(gates.embedded, 'RETURN toUpper($p) AS a, head($p) AS b');
    expect(faults).toMatchObject([{ code: 'dialect' }]);
    await refused(gates.embedded, 'MATCH (n:Plan) WHERE n.key = $p RETURN n.name AS a LIMIT $p');
    await refused(gates.embedded, 'MATCH (n:Claim) WHERE n.number = $p AND n.text =~ $p RETURN n.text AS a');
  });
  it('are of one sort where they are put in an order', async () => {
    const verdict = await accepted(gates.embedded, 'UNWIND $list AS x RETURN max(x) AS most, min(x) AS least');
    for (const list of [
      ['a', 'b', null],
      [2, 1],
      [true, false],
    ])
      expect(gates.embedded.checkParameters(verdict, { list })).toEqual([]);
    for (const list of [
      ['a', 1],
      [1, true],
      [[1], [2]],
    ])
      expect(gates.embedded.checkParameters(verdict, { list })).toMatchObject([{ code: 'parameter' }]);
  });
  it('do not show whole numbers beside fractions, which the embedded engine would make Floats', async () => {
    const faults = async (statement: string, parameters: Record<string, unknown>) =>
      gates.embedded
        .checkParameters(await accepted(gates.embedded, statement), parameters)
        .map(({ message }) => message);
    const mixed = (place: string) => [expect.stringContaining(`${place} hold`)];
    expect(await faults('RETURN $p AS x', { p: [1.5, 2] })).toEqual(mixed('$p'));
    expect(await faults('RETURN $p AS x', { p: [1.5, { $type: 'Integer', _value: '2' }] })).toEqual(mixed('$p'));
    expect(await faults('RETURN $p AS x', { p: [{ a: [1.5] }, { a: [2] }] })).toEqual(mixed('$p'));
    expect(await faults('UNWIND $p AS x RETURN x.n AS n', { p: [{ n: 1.5 }, { n: 2 }] })).toEqual(mixed('$p[].n'));
    expect(await faults('RETURN CASE WHEN true THEN $a ELSE $b END AS x', { a: 1.5, b: 2 })).toEqual(
      mixed('$a and $b'),
    );
    expect(await faults('RETURN $p AS x', { p: { a: 1.5, b: 2 } })).toEqual([]);
    expect(await faults('RETURN $p AS x, $q AS y', { p: [1, 2], q: [0.5, 1.5] })).toEqual([]);
    expect(await faults('MATCH (n:Claim) WHERE n.number IN $p RETURN n.key AS x', { p: [1.5, 2] })).toEqual([]);
    for (const statement of [
      'RETURN [$a, 2] AS x',
      'UNWIND [true, false] AS t RETURN CASE WHEN t THEN $a ELSE 2 END AS x',
    ])
      expect((await refused(gates.embedded, statement)).faults).toMatchObject([{ code: 'dialect' }]);
  });
  it('may not nest without end', async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level++) deep = [deep];
    const verdict = await accepted(gates.neo4j, 'RETURN $deep AS a');
    expect(gates.neo4j.checkParameters(verdict, { deep })).toMatchObject([{ code: 'parameter' }]);
  });
});

describe('the process that reads', () => {
  it('is lost alone when a statement takes too long, and the next is read by another', {
    timeout: 120_000,
  }, async () => {
    const gate = new Gate({ dialect: 'neo4j', deadlineMs: 1 });
    const { faults } = await refused(gate, 'MATCH (n) RETURN n.name AS a');
    expect(faults).toMatchObject([{ code: 'too-deep', message: expect.stringContaining('could not be read within') }]);
    await gate.close();
    const next = new Gate({ dialect: 'neo4j' });
    await accepted(next, 'MATCH (n) RETURN n.name AS a');
    await next.close();
  });
  it('is lost alone when it runs out of memory', { timeout: 120_000 }, async () => {
    const long = `RETURN [${'{a:[{b:1}]},'.repeat(990)}1] AS a`;
    // What the longest statement takes is little more than the grammar itself does: room for the one and not for both
    // differs from machine to machine and a little from start to start, so it is walked towards from either side.
    const told: string[] = [];
    let [memoryMb, step] = [186, 16];
    let before: 'more' | 'less' | undefined;
    for (let tries = 0; tries < 24; tries++) {
      const gate = new Gate({ dialect: 'neo4j', memoryMb, deadlineMs: 60_000 });
      const verdict = await gate.check(long, { mode: 'read' }).catch((error: unknown) => error);
      await gate.close();
      told.push(JSON.stringify(verdict).slice(0, 300));
      if (told.at(-1)?.includes('took more memory')) break;
      const next = told.at(-1)?.includes('"accepted":true') ? 'less' : 'more';
      if (before !== undefined && next !== before) step = Math.max(2, step / 2);
      memoryMb += next === 'more' ? step : -step;
      before = next;
    }
    expect(told.at(-1)).toContain('"too-deep","message":"The statement took more memory to read than it may.');
  });
  it('answers what it was asked before without reading again', async () => {
    const statement = 'MATCH (n:Person) RETURN n.name AS again';
    const first = await gates.neo4j.check(statement, { mode: 'read' });
    expect(await gates.neo4j.check(statement, { mode: 'read' })).toBe(first);
    expect(await gates.neo4j.check(statement, { mode: 'write' })).not.toBe(first);
  });
  it('is not given what would take it many seconds', async () => {
    const { faults } = await refused(gates.neo4j, `RETURN [${'1,'.repeat(20_000)}1] AS x`);
    expect(faults).toMatchObject([
      { code: 'too-deep', message: expect.stringContaining('words and signs'), wayOut: 'Pass lists as parameters.' },
    ]);
    const text = `RETURN '${'1,'.repeat(20_000)}' AS x`;
    await accepted(gates.neo4j, text);
  });
  it('is not waited for by who has given up', { timeout: 120_000 }, async () => {
    const gate = new Gate({ dialect: 'neo4j', deadlineMs: 60_000 });
    const given = new AbortController();
    const reason = new Error('given up');
    // Nothing is read before the grammar is there, so both wait; of the first the process knows already.
    const both = ['RETURN 1 AS a', 'RETURN 2 AS b'].map((text) =>
      gate.check(text, { mode: 'read' }, { client: 'a', signal: given.signal }),
    );
    const other = gate.check('RETURN 3 AS c', { mode: 'read' }, { client: 'b' });
    given.abort(reason);
    for (const one of both) await expect(one).rejects.toBe(reason);
    expect((await other).accepted).toBe(true);
    await gate.close();
  });
  it('refuses what is asked after its end', async () => {
    const gate = new Gate({ dialect: 'neo4j' });
    await gate.close();
    await expect(gate.check('RETURN 1 AS a', { mode: 'read' })).rejects.toThrow('shutting down');
  });
});

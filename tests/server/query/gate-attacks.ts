// Attempts to do more than read, each with the reason for which the gate refuses it: the same on both engines.
import type { StatementFault } from '../../../server/schema/cypher.ts';

type Attempt = readonly [code: StatementFault['code'], statement: string];

/** Statements that change data; Neo4j's READ access mode refuses them as well. */
const writes: Attempt[] = [
  ['write', 'CREATE (n:Person {name: "x"})'],
  ['write', 'create (n) return n'],
  ['write', 'CrEaTe (n:Person) ReTuRn n'],
  ['write', 'MATCH (n) SET n.name = "x"'],
  ['write', 'MATCH (n) SET n += {name: "x"} RETURN n'],
  ['write', 'MATCH (n) SET n:Owned'],
  ['write', 'MATCH (n) REMOVE n.name'],
  ['write', 'MATCH (n) REMOVE n:Record'],
  ['write', 'MATCH (n) DELETE n'],
  ['write', 'MATCH (n) DETACH DELETE n'],
  ['write', 'MATCH (n) NODETACH DELETE n'],
  ['write', 'MATCH ()-[r]->() DELETE r'],
  ['write', 'MERGE (n:Person {key: "x"})'],
  ['write', 'MERGE (n:Person {key: "x"}) ON CREATE SET n.a = 1 ON MATCH SET n.b = 2'],
  ['write', 'MATCH (a), (b) CREATE (a)-[:KNOWS]->(b)'],
  ['write', 'INSERT (n:Person {name: "x"})'],
  ['write', 'FOREACH (x IN [1] | CREATE (:Person {i: x}))'],
  ['write', 'MATCH (n) FOREACH (x IN [n] | SET x.a = 1)'],
  ['write', 'MATCH (n) WITH n LIMIT 1 SET n.a = 1 RETURN n.a AS a'],
  ['write', 'UNWIND range(1, 10) AS i CREATE (:Person {i: i})'],
  ['write', 'MATCH (n:HearsayMarker) SET n.schemaVersion = 99'],
  ['write', 'MATCH (n) SET n[$p] = 1'],
  ['write', 'MATCH (n) SET n:$($label)'],
];

const nested: Attempt[] = [
  ['write', 'CALL { CREATE (n) } RETURN 1 AS one'],
  ['write', 'CALL { CALL { CREATE (n) } } RETURN 1 AS one'],
  ['write', 'MATCH (n) CALL { WITH n SET n.a = 1 } RETURN count(*) AS c'],
  ['write', 'MATCH (n) CALL (n) { DELETE n } RETURN count(*) AS c'],
  ['write', 'MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 100 ROWS'],
  ['write', 'CALL { MATCH (n) RETURN n } IN 4 CONCURRENT TRANSACTIONS RETURN n'],
  ['write', 'RETURN 1 AS a UNION CALL { CREATE (n) RETURN 1 AS a } RETURN a'],
  ['write', 'MATCH (n) WITH n CALL { WITH n FOREACH (x IN [1] | CREATE (:Deep)) } RETURN 1 AS one'],
  ['write', 'FOREACH (x IN [1] | FOREACH (y IN [1] | MERGE (:Person {i: y})))'],
  ['write', 'OPTIONAL CALL { CREATE (n) } RETURN 1 AS one'],
];

const schema: Attempt[] = [
  ['schema-command', 'CREATE INDEX person_name FOR (n:Person) ON (n.name)'],
  ['schema-command', 'CREATE TEXT INDEX t IF NOT EXISTS FOR (n:Person) ON (n.name)'],
  ['schema-command', 'CREATE FULLTEXT INDEX f FOR (n:Person) ON EACH [n.name]'],
  ['schema-command', 'CREATE CONSTRAINT c FOR (n:Person) REQUIRE n.name IS UNIQUE'],
  ['schema-command', 'create   constraint c if not exists for (n:Person) require n.name is unique'],
  ['schema-command', 'DROP INDEX hearsay_key_lookup'],
  ['schema-command', 'DROP CONSTRAINT hearsay_key IF EXISTS'],
  ['schema-command', 'DROP CONSTRAINT hearsay_key'],
];

const administration: Attempt[] = [
  ['administration', 'CREATE DATABASE other'],
  ['administration', 'CREATE USER mallory SET PASSWORD "abcdefgh"'],
  ['administration', 'ALTER CURRENT USER SET PASSWORD FROM "a" TO "abcdefgh"'],
  ['administration', 'DROP DATABASE neo4j'],
  ['administration', 'STOP DATABASE neo4j'],
  ['administration', 'GRANT ROLE admin TO mallory'],
  ['administration', 'SHOW USERS'],
  ['administration', 'SHOW SETTINGS'],
  ['administration', 'SHOW DATABASES YIELD name RETURN name'],
  ['administration', 'SHOW TRANSACTIONS YIELD currentQuery'],
  ['administration', 'SHOW INDEXES'],
  ['administration', 'SHOW PROCEDURES EXECUTABLE'],
  ['administration', 'TERMINATE TRANSACTIONS "neo4j-transaction-1"'],
  ['syntax', ':use system'],
  ['syntax', ':param x => 1'],
];

const loadCsv: Attempt[] = [
  ['load-csv', 'LOAD CSV FROM "file:///etc/passwd" AS line RETURN line'],
  ['load-csv', 'LOAD CSV FROM "file:///proc/self/environ" AS line FIELDTERMINATOR "=" RETURN line'],
  ['load-csv', 'LOAD CSV WITH HEADERS FROM "http://127.0.0.1:1/x.csv" AS line RETURN line'],
  ['load-csv', 'load csv from $url as line return line'],
  ['load-csv', 'LOAD/**/CSV FROM "file:///etc/passwd" AS line RETURN line'],
  ['load-csv', 'LOAD\nCSV\nFROM "file:///etc/passwd" AS line RETURN line'],
  ['load-csv', 'MATCH (n) LOAD CSV FROM n.url AS line RETURN line'],
  ['load-csv', 'CALL { LOAD CSV FROM "file:///etc/passwd" AS line RETURN line } RETURN line'],
  ['load-csv', 'EXPLAIN LOAD CSV FROM "file:///etc/passwd" AS line RETURN line'],
  ['load-csv', 'MATCH (n) WHERE EXISTS { LOAD CSV FROM "file:///etc/passwd" AS line RETURN line } RETURN n'],
  ['load-csv', 'RETURN COLLECT { LOAD CSV FROM "file:///etc/passwd" AS line RETURN line } AS lines'],
  ['syntax', 'USING PERIODIC COMMIT LOAD CSV FROM "file:///etc/passwd" AS line CREATE (n)'],
];

const procedures: Attempt[] = [
  ['procedure', 'CALL dbms.listConfig()'],
  ['procedure', 'CALL dbms.security.createUser("a", "b", false)'],
  ['procedure', 'CALL db.createLabel("Owned")'],
  ['procedure', 'CALL db.clearQueryCaches()'],
  ['procedure', 'CALL tx.setMetaData({a: 1})'],
  ['procedure', 'CALL apoc.load.json("http://127.0.0.1:1/") YIELD value RETURN value'],
  ['procedure', 'CALL apoc.cypher.doIt("CREATE (n)", {}) YIELD value RETURN value'],
  ['procedure', 'CALL `apoc`.`periodic`.`iterate`("MATCH (n) RETURN n", "DELETE n", {})'],
  ['procedure', 'CALL dbms . components ( )'],
  ['procedure', 'CALL DB.LABELS()'],
  ['procedure', 'MATCH (n) CALL apoc.create.addLabels(n, ["X"]) YIELD node RETURN node'],
  ['procedure', 'CALL { CALL db.awaitIndexes() } RETURN 1 AS one'],
  ['procedure', 'RETURN apoc.util.sleep(1000) AS x'],
  ['procedure', 'RETURN file() AS x'],
  ['procedure', 'RETURN linenumber() AS x'],
  ['procedure', 'RETURN graph.names() AS x'],
  ['procedure', 'MATCH (n) WHERE apoc.`cypher`.runFirstColumnSingle("CREATE (m)", {}) RETURN n'],
  ['procedure', 'RETURN genai.vector.encode("x", "OpenAI", {token: "t"}) AS x'],
];

const prefixes: Attempt[] = [
  ['write', 'EXPLAIN CREATE (n)'],
  ['write', 'PROFILE CREATE (n)'],
  ['write', 'profile\ncreate (n)'],
  ['write', 'EXPLAIN PROFILE MATCH (n) DELETE n'],
  ['write', 'CYPHER 5 CREATE (n)'],
  ['administration', 'CYPHER runtime=interpreted MATCH (n) RETURN n'],
  ['administration', 'CYPHER planner=dp replan=force MATCH (n) RETURN n'],
  ['administration', 'EXPLAIN CYPHER debug=tostring MATCH (n) RETURN n'],
  ['administration', 'CYPHER 25 MATCH (n) RETURN n'],
  ['administration', 'USE system SHOW USERS'],
  ['use', 'USE neo4j MATCH (n) RETURN n'],
  ['use', 'USE graph.byName("other") MATCH (n) RETURN n'],
  ['use', 'CALL { USE other MATCH (n) RETURN n } RETURN n'],
];

const disguises: Attempt[] = [
  ['write', 'MATCH (n) /* only reading */ DELETE /* really */ n'],
  ['write', 'MATCH (n) // RETURN n\nDELETE n'],
  ['write', 'MATCH (n) // RETURN n\rDELETE n'],
  ['write', '/* */CREATE/* */(n)/* */'],
  ['write', 'MATCH (n)\u00a0DELETE\u2003n'],
  ['write', "MATCH (n) WHERE n.name = 'it\\'s' DELETE n //'"],
  ['write', "MATCH (n) WHERE n.a = 'x\\\\' DELETE n // '"],
  ['escape', '\\u0043REATE (n)'],
  ['escape', 'MATCH (n) DELET\\u0045 n'],
  ['escape', "MATCH (n) WHERE n.a = 'x\\u0027 DELETE n //' RETURN n"],
  ['escape', "RETURN '\\u0027 AS a' AS b"],
  ['escape', "RETURN '\\uuuu0041' AS a"],
  ['escape', "RETURN '\\u004' AS a"],
  ['escape', "RETURN '\\U00000027' AS a"],
  ['escape', "RETURN '\\\\u0027 AS a // ' AS b"],
  ['escape', 'MATCH (n:`A\\u0060) DELETE n //`) RETURN n'],
  ['escape', 'MATCH (n) RETURN n /\\u002a */ DELETE n'],
  ['syntax', 'MATCH (n) WHERE n.name = “x” RETURN n'],
  ['syntax', 'MATCH (n) RETURN n\u200b.name AS a'],
  ['syntax', 'MATCH (n) RETURN n.name AS a\u0000'],
  ['syntax', "RETURN 'open"],
  ['syntax', 'MATCH (n) RETURN n /* open'],
  ['syntax', 'MATCH (`n) RETURN 1 AS one'],
];

const several: Attempt[] = [
  ['several-statements', 'MATCH (n) RETURN n; MATCH (n) DELETE n'],
  ['several-statements', 'RETURN 1 AS a; CREATE (n);'],
  ['several-statements', 'RETURN 1 AS a;\n// a second one\nRETURN 2 AS b'],
  ['several-statements', "RETURN ';' AS a; RETURN 2 AS b"],
  ['syntax', ''],
  ['syntax', ' ; // nothing'],
];

const repeated = (text: string, times: number): string => text.repeat(times);
/** Too long, too deep, or a chain that an engine was seen to end of: refused before anything runs. */
const bombs: Attempt[] = [
  ['too-long', `RETURN '${repeated('x', 60_000)}' AS a`],
  ['too-long', `RETURN 1 AS a //${repeated(' ', 60_000)}`],
  ['too-deep', `RETURN ${repeated('(', 5000)}1${repeated(')', 5000)} AS a`],
  ['too-deep', `RETURN ${repeated('[', 101)}1${repeated(']', 101)} AS a`],
  ['too-deep', `RETURN ${repeated('{a: ', 200)}1${repeated('}', 200)} AS a`],
  ['too-deep', `RETURN ${repeated('size(', 300)}1${repeated(')', 300)} AS a`],
  ['too-deep', `${repeated('CALL { ', 200)}RETURN 1 AS a${repeated(' } RETURN a', 200)}`],
  ['too-deep', `RETURN 1${repeated(' < 1', 514)} AS a`],
  ['too-deep', `RETURN 1${repeated(' = 1', 514)} AS a`],
  ['too-deep', `RETURN ${repeated('NOT ', 3000)}true AS a`],
  ['too-deep', `RETURN ${repeated('CASE WHEN true THEN ', 1500)}1${repeated(' END', 1500)} AS a`],
  ['too-deep', `MATCH (n) WHERE ${repeated('EXISTS { MATCH (n) WHERE ', 20)}true${repeated(' }', 20)} RETURN n`],
  ['too-deep', `RETURN 1${repeated(' + 1', 5000)} AS a`],
  ['too-deep', `RETURN true${repeated(' AND true', 5000)} AS a`],
  ['too-deep', `WITH {} AS m RETURN m${repeated('.a', 5000)} AS a`],
  ['too-deep', `WITH [] AS m RETURN m${repeated('[0]', 5000)} AS a`],
  ['too-deep', `MATCH (a)${repeated('-->()', 3000)} RETURN a`],
  ['too-deep', `MATCH (a:${repeated('!', 3000)}A) RETURN a`],
  ['too-deep', `WITH 1 AS x ${repeated('WITH x ', 3000)}RETURN x`],
];

/** By kind of attempt. */
export const attacks: Readonly<Record<string, readonly Attempt[]>> = {
  writes,
  nested,
  schema,
  administration,
  'LOAD CSV': loadCsv,
  procedures,
  prefixes,
  disguises,
  'several statements': several,
  bombs,
};

/** Those that would change something, were they run. */
export const changing: readonly string[] = [...writes, ...nested, ...schema].map(([, statement]) => statement);

// The rules for cypher/: shapes that the embedded engine refuses or, worse, answers wrongly without a word.
import { lineAt, withoutLiterals } from '../server/store/cypher-text.ts';

export interface Finding {
  line: number;
  rule: string;
  reason: string;
}

/** Clause keywords that end the part before them. */
const clauses =
  /\b(OPTIONAL\s+MATCH|MATCH|WITH|UNWIND|RETURN|ORDER\s+BY|SKIP|LIMIT|UNION|CALL|CREATE|MERGE|SET|REMOVE|DETACH|DELETE|FOREACH|ON\s+CREATE|ON\s+MATCH)\b/iy;

interface Clause {
  body: string;
  at: number;
}

/** What stands after a clause keyword, up to the next clause of the same nesting. */
function bodyFrom(text: string, at: number): Clause {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const letter = text[i] ?? '';
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter) && --depth < 0) return { body: text.slice(at, i), at };
    clauses.lastIndex = i;
    // `STARTS WITH` and `ENDS WITH` are no clauses.
    const operator = /\b(STARTS|ENDS)\s+$/i.test(text.slice(Math.max(0, i - 12), i));
    if (depth === 0 && i > at && !/\w/.test(text[i - 1] ?? '') && !operator && clauses.test(text)) {
      return { body: text.slice(at, i), at };
    }
  }
  return { body: text.slice(at), at };
}

function bodies(text: string, keyword: RegExp): Clause[] {
  return [...text.matchAll(keyword)].map((match) => bodyFrom(text, match.index + match[0].length));
}

/** The items of a list with commas, brackets kept together. */
export function itemsOf({ body, at }: Clause): Clause[] {
  const items: Clause[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= body.length; i++) {
    const letter = body[i] ?? ',';
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if ((letter === ',' && depth === 0) || i === body.length) {
      const item = body.slice(start, i);
      items.push({ body: item.trim(), at: at + start + item.length - item.trimStart().length });
      start = i + 1;
    }
  }
  return items;
}

/** Variables that stand for a node, a relation or a path. */
function entities(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, node] of text.matchAll(/(?<![\w$])\(\s*([A-Za-z_]\w*)\s*[:{)]/g)) names.add(node ?? '');
  for (const [, relation] of text.matchAll(/-\s*\[\s*([A-Za-z_]\w*)\s*[:\]*{]/g)) names.add(relation ?? '');
  for (const [, path] of text.matchAll(/\bMATCH\s+([A-Za-z_]\w*)\s*=/gi)) names.add(path ?? '');
  // A name given to something else further on is told apart by nobody here: it gets the benefit of the doubt.
  for (const [, renamed] of text.matchAll(/\bAS\s+([A-Za-z_]\w*)/gi)) names.delete(renamed ?? '');
  return names;
}

/** The columns of the last RETURN that is not in a subquery. */
export function columnsOf(source: string): string[] | undefined {
  const text = withoutLiterals(source);
  const depthAt = (at: number): number =>
    (text.slice(0, at).match(/\{/g)?.length ?? 0) - (text.slice(0, at).match(/\}/g)?.length ?? 0);
  const last = bodies(text, /\bRETURN\b(\s+DISTINCT\b)?/gi)
    .filter(({ at }) => depthAt(at) === 0)
    .at(-1);
  return last && itemsOf(last).map(({ body }) => /\bAS\s+(\w+)$/i.exec(body)?.[1] ?? body);
}

const entityShapes: [rule: string, shape: RegExp, reason: string][] = [
  [
    'entity-expression',
    /\bcoalesce\(\s*(\w+)\s*,/gi,
    'an entity through coalesce() becomes a number: take the property first',
  ],
  [
    'entity-expression',
    /\b(?:THEN|ELSE)\s+(\w+)\b(?!\s*[.([:])/gi,
    'an entity out of CASE becomes a number: take the property first',
  ],
  [
    'entity-copy',
    /(?:\bSET|,)\s+\w+\s*\+?=\s*(\w+)\b(?!\s*[.([])/gi,
    'setting an entity from another does nothing: use properties(…)',
  ],
];

const shapes: [rule: string, shape: RegExp, reason: string][] = [
  [
    'label-alternatives',
    /(?<!\w)\(\s*\w*\s*:\s*\w+\s*[|&]|(?<!\w)\(\s*\w*\s*:\s*!/g,
    'label expressions are refused: write n:A OR n:B in WHERE',
  ],
  [
    'inline-where',
    /(?<!\w)\(\s*\w*\s*(:\s*\w+\s*)?WHERE\b/gi,
    'a WHERE inside a pattern is refused: put it behind the pattern',
  ],
  [
    'temporal',
    /(?<![\w.:$])(date|datetime|localdatetime|time|localtime|duration)\s*(\(|\.\w+\s*\()/gi,
    'temporal values are mostly wrong: times are ISO strings',
  ],
  [
    'quantified-path',
    /\)\s*\{\s*\d*\s*,?\s*\d*\s*\}|\)\)\s*\+|->?\s*\+\s*\(|->?\s*\{\s*\d/g,
    'quantified paths are refused: write -[:TYPE*1..3]-',
  ],
  ['shortest', /\ballShortestPaths\b|\bSHORTEST\b/gi, 'refused: write MATCH p = shortestPath(…)'],
  ['shortest', /(?<!=\s*)\bshortestPath\s*\(/gi, 'shortestPath() stands only in MATCH p = shortestPath(…)'],
  ['load-csv', /\bLOAD\s+CSV\b/gi, 'a statement reads no files'],
  ['call-scope', /\bCALL\s*\(|\bIN\s+(\w+\s+)?TRANSACTIONS\b/gi, 'write CALL { WITH x … }, without IN TRANSACTIONS'],
  [
    'predicate-function',
    /\b(any|all|none|single)\s*\(\s*\w+\s+IN\s+(?!\$)/gi,
    'wrong where the list holds a null: only over a parameter',
  ],
  ['sum', /(?<!coalesce\(\s*)\bsum\s*\(/gi, 'sum() over nothing is null on one engine: write coalesce(sum(…), 0)'],
  ['percentile', /\bpercentile(Cont|Disc)\s*\(/gi, 'percentiles are wrong'],
  [
    'pattern-comprehension',
    /\[\s*(\w+\s*=\s*)?\([^()]*\)\s*<?-/g,
    'a pattern comprehension drops nulls: use OPTIONAL MATCH and collect()',
  ],
  [
    'path-comprehension',
    /\[\s*(\w+)\s+IN\s+(nodes|relationships)\([^)]*\)\s*(\]|\|\s*\1\s*\])/gi,
    'entities out of a list become numbers: take a property of each',
  ],
  ['negative-slice', /\[\s*-\s*\d+\s*\.\.|\.\.\s*-\s*\d/g, 'negative slices are wrong'],
  [
    'label-order',
    /\blabels\([^)]*\)\s*\[|\bhead\(\s*labels\(/gi,
    'the order of labels differs between the engines: sort them in the server',
  ],
  [
    'reserved-name',
    /[.{,]\s*_(id|labels|type|source)\b|\bAS\s+_(id|labels|type|source)\b/gi,
    'names that the engine uses for itself corrupt the result',
  ],
  [
    'conversion',
    /\bto(Integer|Float|Boolean)(OrNull|List)?\s*\(/gi,
    'conversions differ between the engines: convert in the server',
  ],
  ['internal-id', /(?<![\w.])id\s*\(/gi, 'internal numbers are no keys: use the key, or elementId()'],
  [
    'subquery-return',
    /\bCOLLECT\s*\{|\bEXISTS\s*\{[^{}]*\bRETURN\b/gi,
    'refused: COLLECT{} and a RETURN inside EXISTS{}',
  ],
  ['dynamic', /\bSET\s+\w+\s*\[|:\s*\$\s*\(/gi, 'dynamic property names and labels are refused'],
  ['function', /\b(randomUUID|point|apoc(\.\w+)+)\s*\(/gi, 'there is no such function on both engines'],
  [
    'limit',
    /(?<!\$)\b(LIMIT|SKIP)\s+(?!\$\w|\d)|(?<!\$)\b(LIMIT|SKIP)\s+(\$\w+|\d+)\s*[-+*/(]/gi,
    'LIMIT and SKIP take a number or a parameter, no expression',
  ],
];

/** Everything in a statement that must not be in it; `shared` is false for a statement of Neo4j's alone. */
export function checkCypher(source: string, shared = true): Finding[] {
  const text = withoutLiterals(source);
  const findings: Finding[] = [];
  const add = (at: number, rule: string, reason: string): void => {
    findings.push({ line: lineAt(source, at), rule, reason });
  };
  if (!shared) return findings;

  const known = entities(text);
  for (const [rule, shape, reason] of entityShapes) {
    for (const match of text.matchAll(shape)) if (known.has(match[1] ?? '')) add(match.index, rule, reason);
  }
  for (const [rule, shape, reason] of shapes) for (const match of text.matchAll(shape)) add(match.index, rule, reason);

  for (const match of text.matchAll(/\bCALL\s+(?:[a-z]\w*\.)*\w+\s*(?:\(|YIELD)/gi)) {
    add(match.index, 'procedure', 'procedures belong to one engine: put the statement under cypher/neo4j');
  }
  for (const { body, at } of bodies(text, /\bOPTIONAL\s+MATCH\b/gi)) {
    const where = body.search(/\bWHERE\b/i);
    if (where !== -1 && /\bEXISTS\b|\bCOUNT\s*\{|\)\s*<?-|->?\s*\(/i.test(body.slice(where))) {
      add(at + where, 'optional-where', 'OPTIONAL MATCH … WHERE with a pattern drops rows: filter in a WITH behind it');
    }
  }
  for (const range of text.matchAll(/\*\s*(\d*)\s*\.\.\s*(\d+)/g)) {
    if (Number(range[2]) < Number(range[1] || 1))
      add(range.index, 'empty-range', 'a range that ends before it begins gives rows');
  }
  for (const item of bodies(text, /\b(RETURN|WITH)\b(\s+DISTINCT\b)?/gi).flatMap(itemsOf)) {
    const before = text.slice(0, item.at);
    // A WITH inside an index hint, `STARTS WITH` and a bare `RETURN *` have no items of their own.
    if (item.body === '' || /\b(STARTS|ENDS)\s+WITH\s*$/i.test(before)) continue;
    const bare = item.body.replace(/\s*\bWHERE\b[\s\S]*$/i, '');
    if (!/\bAS\s+\w+$/i.test(bare) && !/^\w+$/.test(bare))
      add(item.at, 'alias', 'every item that is no plain name needs AS');
  }
  for (const { body, at } of bodies(text, /\bRETURN\b(\s+DISTINCT\b)?/gi).flatMap(itemsOf)) {
    const name = /^(\w+)(\s+AS\s+\w+)?$/i.exec(body)?.[1];
    if (name && known.has(name)) add(at, 'bare-entity', 'return properties under names, no node, relation or path');
  }
  return findings.sort((a, b) => a.line - b.line);
}

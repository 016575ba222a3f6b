// Checks the values that go with a statement: not nested too deep, and of the kind that the statement needs.
import { queryLimits, type StatementFault } from '../../schema/cypher.ts';
import { isDeeper } from '../../schema/json.ts';
import { addTo } from '../../schema/lists.ts';
import { isPlainPattern } from './embedded/plain-pattern.ts';
import { type Finding, faultsOf } from './faults.ts';
import type { Accepted, ParameterKind } from './verdict.ts';

/** A value that was given with its type, as the plain value. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { $type, _value, ...others } = value as Record<string, unknown>;
  if ($type === undefined || _value === undefined || Object.keys(others).length > 0) return value;
  return $type === 'Integer' || $type === 'Float' ? Number(_value) : _value;
}

/** All values at a place such as `rows[].key`, those with a type as plain ones. */
const valuesAt = (parameters: Readonly<Record<string, unknown>>, place: string): unknown[] =>
  givenAt(parameters, place).map(plain);

function givenAt(parameters: Readonly<Record<string, unknown>>, place: string): unknown[] {
  const [name = '', ...steps] = place.split(/(?=\[\])|\./);
  let values = Object.hasOwn(parameters, name) ? [parameters[name]] : [];
  for (const step of steps) {
    values = values.map(plain).flatMap((value) => {
      if (step === '[]') return Array.isArray(value) ? value : [];
      return typeof value === 'object' && value !== null ? [(value as Record<string, unknown>)[step]] : [];
    });
  }
  return values;
}

/** Whether there are whole numbers beside fractions among values, or at one place in each of them. */
function mixesNumbers(values: readonly unknown[]): boolean {
  const isTyped = (value: unknown, type: string): boolean => (value as { $type?: unknown } | null)?.$type === type;
  const isWhole = (value: unknown): boolean => isTyped(value, 'Integer') || Number.isSafeInteger(value);
  const isFraction = (value: unknown): boolean =>
    isTyped(value, 'Float') || (typeof value === 'number' && !Number.isSafeInteger(value));
  if (values.some(isWhole) && values.some(isFraction)) return true;
  const inner = values.map(plain);
  const items = inner.flatMap((value) => (Array.isArray(value) ? value : []));
  if (items.length > 0 && mixesNumbers(items)) return true;
  const byKey = new Map<string, unknown[]>();
  for (const value of inner) {
    if (value === null || !isMap(value)) continue;
    for (const [key, item] of Object.entries(value as object)) addTo(byKey, key, item);
  }
  return [...byKey.values()].some(mixesNumbers);
}

const isMap = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);
const tests: Record<Exclude<ParameterKind, 'one sort'>, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  'whole number': (value) => Number.isInteger(value),
  count: (value) => Number.isInteger(value) && (value as number) >= 0,
  boolean: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value),
  map: isMap,
  'plain pattern': (value) => typeof value === 'string' && isPlainPattern(value),
  'text or list': (value) => typeof value === 'string' || Array.isArray(value),
};
const fits = (values: readonly unknown[], kind: ParameterKind): boolean =>
  kind === 'one sort'
    ? (['text', 'number', 'boolean'] as const).some((sort) => values.every(tests[sort]))
    : values.every(tests[kind]);
const inWords: Record<ParameterKind, string> = {
  text: 'text',
  number: 'a number',
  'whole number': 'a whole number',
  count: 'a whole number from 0 on',
  boolean: 'true or false',
  list: 'a list',
  map: 'a map',
  'plain pattern': 'a regular expression of letters, digits and . * + ? | ( ) [a-z]',
  'text or list': 'text or a list',
  'one sort': 'text throughout, or numbers, or true and false',
};

/** Faults with the place of the parameter in the text that runs; a parameter without a value is the caller's to tell. */
export function parameterFaults(verdict: Accepted, parameters: Readonly<Record<string, unknown>>): StatementFault[] {
  const finding = (place: string, message: string, wayOut: string): Finding => {
    const name = /^\w*/.exec(place)?.[0] ?? place;
    const from = Math.max(0, verdict.text.indexOf(`$${name}`));
    return { code: 'parameter', message, wayOut, from, to: from + name.length + 1 };
  };
  const deep = Object.keys(parameters).filter((name) => isDeeper(parameters[name], queryLimits.depth));
  if (deep.length > 0) {
    const findings = deep.map((name) =>
      finding(name, `$${name} nests more than ${queryLimits.depth} deep.`, 'Make it flatter.'),
    );
    return faultsOf(verdict.text, findings);
  }
  const empty = (value: unknown): boolean => value === null || value === undefined;
  const kinds = Object.entries(verdict.parameterKinds)
    .filter(([place, kind]) => {
      const values = valuesAt(parameters, place).filter((value) => !empty(value) || kind === 'count');
      return !fits(values, kind);
    })
    .map(([place, kind]) => {
      const why = 'Another kind of value would be compared or computed otherwise than on Neo4j.';
      return finding(place, `$${place} must be ${inWords[kind]} in this statement.`, why);
    });
  const nulls = verdict.notNull
    .filter((place) => valuesAt(parameters, place).some(empty))
    .map((place) => {
      const wayOut = place.includes('[]') ? 'Leave such rows out.' : 'Give it a value.';
      return finding(place, `$${place} must not be null here.`, wayOut);
    });
  const mixed = verdict.alike
    .filter((places) => mixesNumbers(places.flatMap((place) => givenAt(parameters, place))))
    .map(([place = '', ...others]) => {
      const all = [place, ...others].map((one) => `$${one}`).join(' and ');
      const message = `${all} ${others.length === 0 ? 'holds' : 'hold'} whole numbers beside fractions: in the embedded engine’s answer all would be Floats.`;
      return finding(
        place,
        message,
        'Give the fractions, and the whole numbers, in a parameter of their own, or as texts.',
      );
    });
  const one = (side: string): unknown =>
    side.startsWith('=') ? side.slice(1) : valuesAt(parameters, side.slice(1))[0];
  const same = verdict.differ
    .filter(([a, b]) => one(a) !== undefined && one(a) === one(b))
    .map(([a, b]) => {
      const place = (a.startsWith('$') ? a : b).slice(1);
      return finding(
        place,
        'shortestPath() between a node and itself is an error on Neo4j.',
        'Give two different ends.',
      );
    });
  return faultsOf(verdict.text, [...kinds, ...nulls, ...mixed, ...same]);
}

// What is known at one place of a statement while it is read for the embedded engine: variables, position, findings, edits.
import type { Finding, Range } from '../faults.ts';
import type { Part } from '../library.ts';
import type { ParameterKind } from '../verdict.ts';
import { narrowerKind } from './parameter-kinds.ts';
import { familyOf, inWords, type Kind, refused, type Type } from './types.ts';
import { insteadOfKind } from './ways-out.ts';

export type Scope = ReadonlyMap<string, Type>;

/** Puts a text in the place of what stands there; nothing stands there where `from` is `to`. */
export interface Edit extends Range {
  text: string;
  /** It begins what a later edit ends, so that of several at one place the last asked for is the outermost. */
  opens?: boolean;
}

/** Where an expression stands. */
export interface Place {
  /** `filter`: null counts as false here, so that engines that disagree about the two still answer alike. */
  truth: 'filter' | 'value';
  /** Whether patterns, EXISTS and COUNT may stand here. */
  patterns: boolean;
  /** Whether an aggregate may stand here: the engine takes none inside lists, maps and comprehensions. */
  aggregates: boolean;
}
export const plainPlace: Place = { truth: 'value', patterns: true, aggregates: true };

/** What is gathered while a statement is read. */
export interface Shared {
  text: string;
  findings: Finding[];
  edits: Edit[];
  /** By place in the parameters: `key`, `rows[].key`. */
  needs: Map<string, ParameterKind>;
  /** Places in the parameters whose numbers are shown together, and must be all whole or all fractions. */
  alike: string[][];
  /** Places in the parameters that may not be null. */
  given: Set<string>;
  /** Values that must differ: `$` and a place in the parameters, or `=` and a text. */
  differ: [string, string][];
  typeOf(part: Part, env: Env): Type;
}

const kindOfParameter: Partial<Record<Kind, ParameterKind>> = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  float: 'number',
  mixed: 'number',
  boolean: 'boolean',
  list: 'list',
  map: 'map',
};

export class Env {
  readonly shared: Shared;
  readonly scope: Scope;
  readonly place: Place;

  constructor(shared: Shared, scope: Scope = new Map(), place: Place = plainPlace) {
    this.shared = shared;
    this.scope = scope;
    this.place = place;
  }

  at(place: Partial<Place>): Env {
    return new Env(this.shared, this.scope, { ...this.place, ...place });
  }
  /** With further variables, which hide those of the same name. */
  with(variables: Iterable<readonly [string, Type]>): Env {
    return new Env(this.shared, new Map([...this.scope, ...variables]), this.place);
  }
  only(scope: Scope): Env {
    return new Env(this.shared, scope, this.place);
  }

  typeOf(part: Part): Type {
    return this.shared.typeOf(part, this);
  }
  textOf(part: Range): string {
    return this.shared.text.slice(part.from, part.to);
  }

  refuse(part: Range, message: string, wayOut: string | null = null): Type {
    this.shared.findings.push({ code: 'dialect', message, wayOut, from: part.from, to: part.to });
    return refused;
  }
  edit(from: number, to: number, text: string): void {
    this.shared.edits.push({ from, to, text });
  }

  /** Puts texts around what stands there. */
  wrap({ from, to }: Range, before: string, after: string): void {
    this.shared.edits.push({ from, to: from, text: before, opens: true });
    this.edit(to, to, after);
  }

  /** Asks of a value out of a parameter that it be of this kind; false where something else was asked already. */
  need(type: Type, kind: Kind): boolean {
    const asked = kindOfParameter[kind];
    return asked !== undefined && this.#ask(type, asked);
  }

  #ask({ parameter }: Type, asked: ParameterKind): boolean {
    if (parameter === undefined) return false;
    const before = this.shared.needs.get(parameter);
    const both = before === undefined ? asked : narrowerKind(before, asked);
    if (both === undefined) return false;
    this.shared.needs.set(parameter, both);
    return true;
  }

  /** Asks of a parameter that it be a whole number from 0 on. */
  needCount(type: Type): boolean {
    return this.#ask(type, 'count');
  }

  /** Asks of a parameter that it be a regular expression that both engines read alike. */
  needPattern(type: Type): boolean {
    return this.#ask(type, 'plain pattern');
  }

  /** Asks of a parameter that it be a text, a number, or true or false. */
  needOneSort(type: Type): boolean {
    return this.#ask(type, 'one sort');
  }

  /** A value out of a parameter, asked to be of one of the kinds; undefined where it cannot be. */
  #asked(type: Type, kinds: readonly Kind[]): Type | undefined {
    const origin = type.parameter ? { parameter: type.parameter } : {};
    // Which of the two it is stays open: what both engines do with either, they do alike.
    if (kinds.includes('text') && kinds.includes('list')) return this.#ask(type, 'text or list') ? type : undefined;
    if (kinds.includes('text') && kinds.includes('number')) return this.#ask(type, 'one sort') ? type : undefined;
    const kind = kinds.find((one) => this.need(type, one));
    return kind && { kind, maybeNull: type.maybeNull, ...origin };
  }

  /**
   * The type, where it is one of the kinds or null; a value out of a parameter is asked to be of the first of them.
   * Anything else is refused, since the engine answers it otherwise than Neo4j, or not at all; `wayOut` is what to
   * write instead, where that follows from more than the kinds.
   */
  expect(part: Part, type: Type, kinds: readonly Kind[], what: string, wayOut?: string): Type {
    if (type.kind === 'null' || type.refused || kinds.includes(type.kind)) return type;
    const [first = 'any'] = kinds;
    const asked = type.kind === 'any' ? this.#asked(type, kinds) : undefined;
    if (asked) return asked;
    const wanted = [
      ...new Set(
        kinds.map((kind) => (kind === 'integer' && kinds.length === 1 ? kind : familyOf({ kind, maybeNull: true }))),
      ),
    ]
      .map((kind) => inWords({ kind, maybeNull: false }))
      .join(' or ');
    this.refuse(
      part,
      `${what} must be ${wanted} here, and “${this.textOf(part)}” is ${inWords(type)}.`,
      wayOut ?? insteadOfKind(type, first),
    );
    return { kind: first, maybeNull: true, refused: true };
  }
}

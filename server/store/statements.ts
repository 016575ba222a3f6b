// Loads the statements of cypher/ at start, in one engine's dialect, and refuses one whose header, parameters or types do not match.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { z } from 'zod';
import { projectRoot } from '../root.ts';
import { statementTypes } from '../schema/statements.ts';
import { firstWrite, lineAt, parametersOf } from './cypher-text.ts';

export type Dialect = 'neo4j' | 'embedded';
export const dialects: readonly Dialect[] = ['neo4j', 'embedded'];

/** The form of a statement's parameters and rows; `only` where just one engine has the statement. */
export interface StatementType {
  readonly parameters: z.ZodObject;
  readonly row: z.ZodObject;
  readonly only?: Dialect;
}
export type Types = Readonly<Record<string, StatementType>>;

export interface Statement {
  readonly name: string;
  /** Relative to the root, with slashes: "cypher/read/node.cypher". */
  readonly file: string;
  readonly text: string;
  readonly access: 'read' | 'write';
  /** `one` gives at most one row, `none` has no rows to give. */
  readonly rows: 'one' | 'many' | 'none';
  /** What the comment under the header says. */
  readonly description: string;
  readonly type: StatementType;
}

/** Where statements are: the folder with the files, and their types. */
export interface StatementSource {
  readonly root: string;
  readonly types: Types;
}

export const ownStatements: StatementSource = { root: join(projectRoot, 'cypher'), types: statementTypes };

/** A statement file that does not match its declaration: the message starts with file and line. */
export class StatementFault extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'StatementFault';
  }
}

const header = /^\/\/ ([\w.-]+)\(([^()]*)\) (read|write) (one|many|none)$/;

/** Reads one statement file; `name` is its path under the folder without the ending. */
export function parseStatement(name: string, file: string, source: string, type: StatementType): Statement {
  const fault = (line: number, reason: string): never => {
    throw new StatementFault(file, line, reason);
  };
  const lines = source.split('\n');
  const match = header.exec(lines[0] ?? '');
  if (!match) return fault(1, 'the first line must be "// name(parameter, parameter) read|write one|many|none"');
  const [, title = '', list = '', access = '', rows = ''] = match;
  if (title !== name.slice(name.lastIndexOf('/') + 1))
    fault(1, `the header says "${title}", the file's name is another`);

  const comment = lines.slice(
    1,
    Math.max(
      1,
      lines.findIndex((line, at) => at > 0 && !line.startsWith('//')),
    ),
  );
  if (comment.length === 0) fault(2, 'a comment on what the statement gives must follow the header');

  const declared = list.trim() === '' ? [] : list.split(',').map((parameter) => parameter.trim());
  const used = parametersOf(source);
  for (const [parameter, offset] of used) {
    if (!declared.includes(parameter)) fault(lineAt(source, offset), `$${parameter} is not declared in the header`);
  }
  for (const parameter of declared) if (!used.has(parameter)) fault(1, `$${parameter} is declared and not used`);
  const typed = Object.keys(type.parameters.shape);
  for (const parameter of declared) {
    if (!typed.includes(parameter)) fault(1, `$${parameter} has no type in server/schema/statements`);
  }
  for (const parameter of typed) {
    if (!declared.includes(parameter))
      fault(1, `$${parameter} has a type in server/schema/statements and is not declared`);
  }
  const write = firstWrite(source);
  if (access === 'read' && write !== -1) fault(lineAt(source, write), 'a read statement writes here');
  if (access === 'write' && write === -1) fault(1, 'a write statement that writes nothing');
  const columns = Object.keys(type.row.shape);
  if (rows === 'none' && columns.length > 0)
    fault(1, `it gives no rows, and server/schema/statements types ${columns.join(', ')}`);
  if (rows !== 'none' && columns.length === 0) fault(1, 'its rows have no type in server/schema/statements');

  return {
    name,
    file,
    text: source.trim(),
    access: access as Statement['access'],
    rows: rows as Statement['rows'],
    description: comment.map((line) => line.replace(/^\/\/ ?/, '')).join(' '),
    type,
  };
}

/** The statement files under a folder: name → path. */
function filesOf(folder: string, leftOut: readonly string[] = []): Map<string, string> {
  const found = new Map<string, string>();
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = entry.split(sep).join('/');
    if (!path.endsWith('.cypher') || leftOut.some((part) => path.startsWith(`${part}/`))) continue;
    found.set(path.slice(0, -'.cypher'.length), join(folder, entry));
  }
  return found;
}

/**
 * Every statement by name, in the dialect's own wording where there is one.
 * Throws StatementFault at the first that does not match its header or its types, or lacks a file or a type.
 */
export function loadStatements(
  dialect: Dialect,
  { root, types }: StatementSource = ownStatements,
): ReadonlyMap<string, Statement> {
  const files = new Map([...filesOf(root, dialects), ...filesOf(join(root, dialect))]);
  const shown = (path: string): string => relative(dirname(root), path).split(sep).join('/');
  const loaded = new Map<string, Statement>();
  for (const [name, path] of files) {
    const type = types[name];
    if (!type || (type.only && type.only !== dialect)) {
      throw new StatementFault(shown(path), 1, `"${name}" has no entry for this engine in server/schema/statements`);
    }
    loaded.set(name, parseStatement(name, shown(path), readFileSync(path, 'utf8'), type));
  }
  for (const [name, { only }] of Object.entries(types)) {
    if (!loaded.has(name) && (!only || only === dialect)) {
      throw new StatementFault(`${shown(root)}/${name}.cypher`, 1, `"${name}" has a type and no file`);
    }
  }
  return loaded;
}

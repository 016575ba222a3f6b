// The library: the statements under data/queries/, each with its title, group, description and typed parameters.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SavedQuery } from '../schema/cypher.ts';

/** A file of the library that does not keep to its form: the message starts with file and line. */
export class LibraryFault extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'LibraryFault';
  }
}

type Parameter = SavedQuery['parameters'][number];

const declaration = /^\$(\w+) (\w+) "([^"]+)" = (.+)$/;
const day = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const isText = (value: unknown): value is string => typeof value === 'string';

/** What a default of each type must be. */
const forms: Readonly<Record<string, readonly [fits: (value: unknown) => boolean, form: string]>> = {
  text: [isText, 'a text in quotation marks'],
  key: [(value) => isText(value) && /^\w+:./.test(value), 'a key in quotation marks, such as "country:hu"'],
  date: [(value) => isText(value) && day.test(value), 'a day in quotation marks, such as "2024-10-24"'],
  number: [(value) => typeof value === 'number', 'a number'],
  boolean: [(value) => typeof value === 'boolean', 'true or false'],
  list: [Array.isArray, 'a list in brackets'],
  json: [() => true, 'JSON'],
};

// What may hold a dollar sign that begins no parameter comes first: strings, names in backticks, comments.
const pieces = /'(?:\\[\s\S]|[^\\'])*'|"(?:\\[\s\S]|[^\\"])*"|`(?:``|[^`])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\$(\w+)/g;

/**
 * Reads one file: its title in the first comment line, then `group: …`, the description, a line
 * `$name type "Label" = default` for each parameter, and the statement. `file` is its path as it is to be named.
 * Errors: LibraryFault.
 */
export function parseQuery(file: string, source: string): SavedQuery {
  const lines = source.trimEnd().split('\n');
  const fault = (at: number, reason: string): never => {
    throw new LibraryFault(file, at + 1, reason);
  };
  const found = lines.findIndex((line) => !line.startsWith('//'));
  const end = found === -1 ? lines.length : found;
  const comment = lines.slice(0, end).map((line) => line.replace(/^\/\/ ?/, '').trim());
  const title = comment[0] ?? '';
  if (title === '') fault(0, 'the first line must be "// " and the title, a question');
  const group = /^group: (.+)$/.exec(comment[1] ?? '')?.[1] ?? fault(1, 'the second line must be "// group: …"');

  const words: string[] = [];
  const parameters: Parameter[] = [];
  comment.slice(2).forEach((line, index) => {
    const at = index + 2;
    if (line.startsWith('$')) parameters.push(parameterOf(line, (reason) => fault(at, reason)));
    else if (parameters.length > 0) fault(at, 'the description stands before the parameters');
    else if (line !== '') words.push(line);
  });
  if (words.length === 0) fault(2, 'a description must follow the group');
  const statement = lines.slice(end).join('\n').trim();
  if (statement === '') fault(end, 'a statement must follow the comment');

  const used = new Set([...statement.matchAll(pieces)].flatMap(([, name]) => (name === undefined ? [] : [name])));
  const declared = parameters.map(({ name }) => name);
  for (const name of used) {
    const at = lines.findIndex((line, index) => index >= end && line.includes(`$${name}`));
    if (!declared.includes(name)) fault(at, `$${name} is not declared in the comment`);
  }
  declared.forEach((name, index) => {
    const at = comment.findIndex((line) => line.startsWith(`$${name} `));
    if (!used.has(name)) fault(at, `$${name} is declared and not used`);
    if (declared.indexOf(name) !== index) fault(at, `$${name} is declared twice`);
  });
  const query = { id: basename(file, '.cypher'), title, description: words.join(' '), group, statement, parameters };
  const checked = SavedQuery.safeParse(query);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  return fault(0, `${issue?.path.join('.')}: ${issue?.message}`);
}

function parameterOf(line: string, fault: (reason: string) => never): Parameter {
  const match = declaration.exec(line);
  if (!match) return fault('a parameter must be declared as $name type "Label" = default');
  const [, name = '', type = '', label = '', text = ''] = match;
  const form = Object.hasOwn(forms, type) ? forms[type] : undefined;
  if (form === undefined) return fault(`"${type}" is none of the types ${Object.keys(forms).join(', ')}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fault(`the default of $${name} is not JSON: it must be ${form[1]}`);
  }
  if (!form[0](value)) return fault(`the default of $${name} must be ${form[1]}`);
  return { name, type: type as Parameter['type'], label, default: value as Parameter['default'] };
}

/** All statements of a folder, by group and title. Errors: LibraryFault at the first file that breaks the form. */
export function loadLibrary(folder: string): SavedQuery[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cypher'));
  const queries = files.map((name) => parseQuery(`data/queries/${name}`, readFileSync(join(folder, name), 'utf8')));
  const place = ({ group, title }: SavedQuery): string => `${group}\n${title}`;
  return queries.sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

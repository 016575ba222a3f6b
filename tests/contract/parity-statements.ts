// Reads the statements that both engines must answer alike: tests/contract/parity/*.cypher, a file a construct.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ParityStatement {
  text: string;
  parameters: Record<string, unknown>;
  /** The last RETURN sorts by something that no two rows share. */
  isOrdered: boolean;
}

const folder = join(import.meta.dirname, 'parity');

/** Blocks between empty lines: lines `// $name = JSON` are parameters, a block of comments alone is the heading. */
export function parityStatements(): Map<string, ParityStatement[]> {
  const groups = new Map<string, ParityStatement[]>();
  for (const name of readdirSync(folder).sort()) {
    const blocks = readFileSync(join(folder, name), 'utf8')
      .trim()
      .split(/\n{2,}/);
    const [heading = ''] = blocks.splice(0, 1);
    groups.set(heading.replace('// ', ''), blocks.map(read));
  }
  return groups;
}

function read(block: string): ParityStatement {
  const parameters: Record<string, unknown> = {};
  const lines: string[] = [];
  for (const line of block.split('\n')) {
    const [, name, value] = /^\/\/ \$(\w+) = (.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) parameters[name] = JSON.parse(value);
    else lines.push(line);
  }
  const text = lines.join('\n');
  return { text, parameters, isOrdered: /\bORDER BY\b(?!.*\b(?:RETURN|WITH)\b)/.test(text) };
}

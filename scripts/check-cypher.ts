// Checks every statement of cypher/: that it loads, keeps to what both engines answer alike, and returns the columns it is typed for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../server/root.ts';
import { dialects, loadStatements, ownStatements, type StatementSource } from '../server/store/statements.ts';
import { checkCypher, columnsOf } from './cypher-rules.ts';

/** What is wrong with the statements, as "file:line: reason (rule)". */
export function checkStatements(source: StatementSource = ownStatements): string[] {
  const faults = new Set<string>();
  for (const dialect of dialects) {
    try {
      for (const { file, text, rows, type } of loadStatements(dialect, source).values()) {
        const ownDialect = dialects.some((name) => file.includes(`/${name}/`));
        for (const { line, reason, rule } of checkCypher(text, !ownDialect))
          faults.add(`${file}:${line}: ${reason} (${rule})`);
        const columns = columnsOf(text);
        const typed = Object.keys(type.row.shape);
        if (rows !== 'none' && columns && [...columns].sort().join() !== [...typed].sort().join()) {
          faults.add(`${file}:1: it returns ${columns.join(', ')} and is typed for ${typed.join(', ')} (columns)`);
        }
      }
    } catch (error) {
      faults.add((error as Error).message);
    }
  }
  return [...faults].sort();
}

/** Cypher in the server's own text, where no header, type or rule would look after it. */
export function checkServer(folder = join(projectRoot, 'server')): string[] {
  const faults: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts')) continue;
    const lines = readFileSync(join(folder, entry), 'utf8').split('\n');
    lines.forEach((line, at) => {
      if (/['"`]\s*(OPTIONAL MATCH|MATCH|MERGE|CREATE|UNWIND)\s+[($\w]/.test(line) && !/^\s*(\/\/|\*)/.test(line)) {
        faults.push(`server/${entry}:${at + 1}: a statement belongs in a file of cypher/ (placed)`);
      }
    });
  }
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = [...checkStatements(), ...checkServer()];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
  console.log(`${loadStatements('embedded').size} statements checked.`);
}

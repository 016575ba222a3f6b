// Checks a document made of rows as any other, and tells its faults by their lines in the CSV file.
import { InvalidDocument } from '../../../errors.ts';
import type { ProblemDetail } from '../../../schema/problem.ts';
import { type ParsedDocument, parseDocument } from '../../document.ts';
import type { Draft } from './build.ts';
import type { CsvFault, CsvFaults } from './faults.ts';

/** A document that is good in itself, as it waits to be written. */
export interface Prepared extends Pick<Draft, 'lines' | 'line' | 'rows'> {
  parsed: ParsedDocument & { kind: 'claims' };
}

function faultOf(
  { pointer = '', reason }: ProblemDetail,
  { lines, line }: Pick<Draft, 'lines' | 'line'>,
  article: string,
): CsvFault {
  const [, list = '', at, ...members] = pointer.split('/');
  const known = Object.entries(lines).find(([name]) => name === list)?.[1];
  if (known === undefined)
    return { line, reason: `makes ${article}, whose ${pointer.slice(1).replaceAll('/', '.') || 'document'} ${reason}` };
  if (at !== undefined)
    return {
      line: known[Number(at)] ?? line,
      reason: `makes ${pointer.slice(1).split('/').length > 2 ? `the ${members.join('.')} of ` : ''}one of the ${list} of ${article}, which ${reason}`,
    };
  return {
    line,
    reason: `begins ${article}, whose rows make ${known.length.toLocaleString('en')} ${list}, and that ${reason}; tell its parts apart by article.key in the mapping`,
  };
}

/** The faults of an error that the checking or the writing of a document gave. */
export function faultsOf(error: InvalidDocument, draft: Pick<Draft, 'lines' | 'line'>, article: string): CsvFault[] {
  const errors = error.details.errors ?? [];
  if (errors.length === 0) return [{ line: draft.line, reason: `begins ${article}: ${error.message}` }];
  return errors.map((detail) => faultOf(detail, draft, article));
}

/** The document as the importer takes it, or null where it has faults, which are added. */
export function checkDraft(draft: Draft, faults: CsvFaults): Prepared | null {
  const { document, lines, line, rows } = draft;
  try {
    const parsed = parseDocument(document);
    if (parsed.kind !== 'claims') throw new Error('A CSV file gives claims documents only.');
    return { parsed, lines, line, rows };
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error;
    for (const fault of faultsOf(error, draft, document.article.key)) faults.add(fault);
    return null;
  }
}

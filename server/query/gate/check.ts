// Checks one statement, in the worker: grammar, what is let through, Neo4j's analysis, and the dialect's own rules.
import { columnsOf } from './columns.ts';
import { forEmbedded } from './embedded/dialect.ts';
import { type Finding, faultsOf } from './faults.ts';
import { scan } from './lexical.ts';
import { analyse, type Diagnostic, type Part, parse } from './library.ts';
import { namesAsked } from './names.ts';
import { explained, parametersIn, structureFindings, writesData } from './structure.ts';
import { everyPart } from './tree.ts';
import type { Accepted, Dialect, Mode, Verdict } from './verdict.ts';

const syntax = ({ message, from, to }: Diagnostic): Finding => ({ code: 'syntax', message, wayOut: null, from, to });
const semantic = (diagnostic: Diagnostic): Finding => ({
  ...syntax(diagnostic),
  // The two grammars differ in places; what Neo4j's parser cannot read is no matter of meaning.
  code: diagnostic.message.startsWith('Invalid input') ? 'syntax' : 'semantic',
});

/** The analysis says where something begins and not where it ends: the word that stands there is meant. */
function word({ message, from, to }: Diagnostic, tree: Part): Diagnostic {
  const token = [...everyPart(tree)].find((part) => part.text !== '' && part.from <= from && from < part.to);
  return { message, from, to: token ? token.to : to };
}

/** Errors: RangeError where the statement nests deeper than the parser's stack. */
export function checkStatement(typed: string, dialect: Dialect, mode: Mode): Verdict {
  const refuse = (findings: readonly Finding[]): Verdict => ({ accepted: false, faults: faultsOf(typed, findings) });
  const scanned = scan(typed);
  if ('findings' in scanned) return refuse(scanned.findings);
  const [statement, second] = parse(scanned.parsed);
  if (!statement) {
    return refuse([{ code: 'syntax', message: 'There is no statement.', wayOut: null, from: 0, to: typed.length }]);
  }
  if (second) {
    const message = 'There is more than one statement.';
    const wayOut = 'Run them one by one.';
    return refuse([{ code: 'several-statements', message, wayOut, from: second.tree.from, to: second.tree.to }]);
  }
  const { tree, errors } = statement;
  if (errors.length > 0) {
    // Neo4j's own parser says best what it expected; where it sees nothing wrong, the grammar's words have to do.
    const told = analyse(scanned.parsed, parametersIn(tree));
    return refuse((told.length > 0 ? told : errors).map(syntax));
  }
  const structure = structureFindings(tree, mode);
  if (structure.length > 0) return refuse(structure);
  const parameters = parametersIn(tree);
  const faults = analyse(scanned.parsed, parameters);
  if (faults.length > 0) return refuse(faults.map((fault) => semantic(word(fault, tree))));
  const plain: Accepted = {
    accepted: true,
    text: scanned.text,
    columns: columnsOf(tree, scanned.text) ?? [],
    parameters,
    parameterKinds: {},
    alike: [],
    notNull: [],
    differ: [],
    writes: writesData(tree),
    names: namesAsked(tree, typed),
    explains: explained(tree),
    rewritten: false,
  };
  if (dialect === 'neo4j') return plain;
  const embedded = forEmbedded(tree, scanned);
  return 'findings' in embedded ? refuse(embedded.findings) : { ...plain, ...embedded };
}

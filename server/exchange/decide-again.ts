// Makes again what an export says people decided, wrote and saved; what the database has otherwise stays as it is.
import { Conflict, InvalidRequest, NotFound } from '../errors.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import { pointerOf } from '../ingest/issues.ts';
import type { ExchangeReport, ExportedDecisions } from '../schema/exchange.ts';
import type { Transaction } from '../store/port.ts';
import type { Decision, Kind } from './decision-kind.ts';
import { decisionKinds, kindNames } from './decisions.ts';

type Report = ExchangeReport['decisions'];

/** Errors by which a decision is refused for what the evidence says; others are faults of the engine. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof NotFound || error instanceof Conflict || error instanceof InvalidRequest;

async function decideKind<N extends keyof ExportedDecisions>(
  tx: Transaction,
  kind: Kind<N>,
  decisions: readonly Decision<N>[],
  report: Report,
): Promise<void> {
  if (decisions.length === 0) return;
  const there = new Map((await kind.read(tx)).map((one) => [kind.subject(one), one]));
  const decide = await kind.decider(tx);
  for (const [at, decision] of decisions.entries()) {
    const what = kind.subject(decision);
    const pointer = pointerOf(['decisions', kind.name, at]);
    const before = there.get(what);
    if (before !== undefined && canonicalJson(before) === canonicalJson(decision)) {
      report.unchanged += 1;
      continue;
    }
    if (before !== undefined) {
      report.kept.push({ pointer, what, reason: 'is otherwise here, and stays so' });
      continue;
    }
    const other = kind.excludes && [...there.values()].find((one) => kind.excludes?.(decision, one));
    if (other !== undefined) {
      report.kept.push({ pointer, what, reason: `has the name of "${kind.subject(other)}" here, which stays` });
      continue;
    }
    try {
      await decide(decision);
      report.taken += 1;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      report.leftOut.push({ pointer, what, reason: error.message });
    }
  }
}

/** In the order of their kinds; whatever is refused is told, and stands in the way of nothing else. */
export async function decideAgain(tx: Transaction, decisions: ExportedDecisions): Promise<Report> {
  const report: Report = { taken: 0, unchanged: 0, kept: [], leftOut: [] };
  for (const name of kindNames) {
    await decideKind(tx, decisionKinds[name] as unknown as Kind<typeof name>, decisions[name], report);
  }
  return report;
}

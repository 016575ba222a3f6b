// What Neo4j tells of a typed statement after its last row: what was written, notifications, the plan.
import type { ResultSummary } from 'neo4j-driver';
import type { PlanNode } from '../schema/cypher.ts';
import type { QueryOutcome } from './port.ts';

/** Of the driver's plans and profiles; `profile` has the numbers. */
interface DriverPlan {
  operatorType: string;
  identifiers: string[];
  arguments: { [name: string]: unknown };
  dbHits?: unknown;
  rows?: unknown;
  children: DriverPlan[];
}

function planOf({ operatorType, identifiers, arguments: given, dbHits, rows, children }: DriverPlan): PlanNode {
  const number = (value: unknown): number | null => (value === undefined || value === null ? null : Number(value));
  return {
    // The name of the database stands behind each.
    operator: operatorType.replace(/@.*$/, ''),
    details: given.Details === undefined ? null : String(given.Details),
    estimatedRows: number(given.EstimatedRows),
    rows: number(rows),
    dbHits: number(dbHits),
    identifiers,
    children: children.map(planOf),
  };
}

export function outcomeOf(summary: ResultSummary, truncated: boolean): QueryOutcome {
  const updates = Object.entries(summary.counters.updates()).map(([name, count]) => [name, Number(count)] as const);
  const plan = (summary.profile || summary.plan || null) as DriverPlan | null;
  return {
    truncated,
    counters: Object.fromEntries(updates.filter(([, count]) => count > 0)),
    notifications: summary.notifications.map(({ code, title, description, severityLevel }) => {
      return { code, title, description, severity: severityLevel };
    }),
    plan: plan === null ? null : planOf(plan),
  };
}

// Filters by the reports that a relation rests on: by their outlets, and by the days on which they appeared.
import type { EdgeView } from '../../../server/schema/view.ts';

/** Days as YYYY-MM-DD, both included; null: open on that side. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}
export interface ReportFilter {
  readonly outletsOff: ReadonlySet<string>;
  readonly days: Days | null;
}
export const noReportFilter: ReportFilter = { outletsOff: new Set(), days: null };

/** In the place of an outlet's key, where a report names none. Keys hold a colon, so it is none. */
export const unnamedOutlet = 'unnamed';

/** A held report as one edge rests on it. */
export interface Report {
  /** Its own outlet, and those whose reports it relays on this edge. */
  readonly outlets: readonly string[];
  /** The days between which it appeared; null where that is not known. */
  readonly from: string | null;
  readonly to: string | null;
}
/** The reports that an edge rests on; undefined where that is not known yet. */
export type ReportsOf = (edge: EdgeView) => readonly Report[] | undefined;

export const filtersReports = ({ outletsOff, days }: ReportFilter): boolean => outletsOff.size > 0 || days !== null;

/** Whether it may have appeared in these days; an undated report may have on any. */
function appearedIn({ from, to }: Report, days: Days): boolean {
  const [first, last] = [(from ?? to)?.slice(0, 10), (to ?? from)?.slice(0, 10)];
  if (first === undefined || last === undefined) return true;
  // A date of less precision, such as 2024-10, stands for all its days: compared by as much of it as there is.
  return (
    (days.from === null || last >= days.from.slice(0, last.length)) &&
    (days.to === null || first <= days.to.slice(0, first.length))
  );
}

/** An edge stays while one of its reports appeared in the days and is of, or relays, an outlet that is not left out. */
export function reportsPass(edge: EdgeView, filter: ReportFilter, reportsOf: ReportsOf): boolean {
  if (!filtersReports(filter)) return true;
  const reports = reportsOf(edge);
  if (reports === undefined) return true;
  const { days, outletsOff } = filter;
  return reports.some(
    (report) =>
      (days === null || appearedIn(report, days)) &&
      (outletsOff.size === 0 || report.outlets.some((outlet) => !outletsOff.has(outlet))),
  );
}

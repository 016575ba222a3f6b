// A row of the table of nodes.
import type { EdgeView, NodeView } from '../../../server/schema/view.ts';
import type { MetricName } from '../../graph/metrics/names.ts';

export interface NodeRow {
  node: NodeView;
  /** Its stance edges on the main plan. */
  held: EdgeView[];
  degree: number;
  /** The first and last day of the reports of its relations; undefined where none is dated. */
  first: string | undefined;
  last: string | undefined;
  /** Absent where no metric is a column, and until they are computed. */
  metrics: Readonly<Record<MetricName, number>> | undefined;
}

// The worker in which metrics are computed, away from the thread that draws.
import { computeMetrics, type MetricColumns } from './compute.ts';

export interface MetricOrder {
  order: number;
  ends: Uint32Array;
}
export type MetricReport = { columns: MetricColumns } | { error: string };

addEventListener('message', ({ data: { order, ends } }: MessageEvent<MetricOrder>) => {
  let report: MetricReport;
  try {
    report = { columns: computeMetrics(order, ends) };
  } catch (error) {
    report = { error: error instanceof Error ? error.message : String(error) };
  }
  postMessage(report);
});

// The metrics of what is shown, by node: computed in a worker once somebody looks at one, and anew whenever the canvas changes.
import { computed, effect, signal } from '@preact/signals';
import { columnsOf } from '../graph/layouts/columns.ts';
import type { MetricColumns } from '../graph/metrics/compute.ts';
import { type MetricName, metricNames } from '../graph/metrics/names.ts';
import type { MetricOrder, MetricReport } from '../graph/metrics/worker.ts';
import { loading, shown } from './data.ts';
import { notify } from './notices.ts';
import { canvas } from './view.ts';

export interface Metrics {
  /** By node key. Communities and components are numbered from 0, the largest first. */
  of: ReadonlyMap<string, Readonly<Record<MetricName, number>>>;
  /** Whether betweenness is an estimate from a sample of the nodes. */
  sampled: boolean;
}

/** null until they are asked for and there. While they are computed anew, those of before stay. */
export const metrics = signal<Metrics | null>(null);
/** Whether they are being computed. */
export const measuring = signal(false);
/** Who looks at a metric beside the canvas, such as the table's columns. */
const askers = signal(0);

/** Keeps the metrics up to date until the returned function is called. */
export function askMetrics(): () => void {
  askers.value++;
  let asking = true;
  return () => {
    if (asking) askers.value--;
    asking = false;
  };
}

const wanted = computed(
  () =>
    askers.value > 0 ||
    canvas.value.size !== 'usual' ||
    canvas.value.colour !== 'type' ||
    canvas.value.group === 'community',
);

function byKey(keys: readonly string[], columns: MetricColumns): Metrics {
  const rows = keys.map((key, index) => {
    const row = Object.fromEntries(metricNames.map((name) => [name, columns[name][index] as number]));
    return [key, row as Record<MetricName, number>] as const;
  });
  return { of: new Map(rows), sampled: columns.sampled };
}

/** Changes that follow one another this fast, in milliseconds, are measured once. */
const patience = 150;

/** Keeps the metrics in step with what is shown. Called once, when the page starts. */
export function startMetrics(): () => void {
  return effect(() => {
    if (!wanted.value || loading.value.state !== 'ready') return undefined;
    const { nodes, edges } = shown.value;
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('../graph/metrics/worker.ts', import.meta.url), { type: 'module' });
      measuring.value = true;
      const end = (why?: string) => {
        worker?.terminate();
        measuring.value = false;
        if (why !== undefined) notify(`The metrics could not be computed. ${why}`, 'problem');
      };
      worker.addEventListener('error', () => end('Their worker could not be started.'));
      worker.addEventListener('message', ({ data }: MessageEvent<MetricReport>) => {
        if ('columns' in data)
          metrics.value = byKey(
            nodes.map(({ key }) => key),
            data.columns,
          );
        end('error' in data ? data.error : undefined);
      });
      const { ends } = columnsOf(nodes, edges, () => undefined);
      worker.postMessage({ order: nodes.length, ends } satisfies MetricOrder, { transfer: [ends.buffer] });
    }, patience);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
      measuring.value = false;
    };
  });
}

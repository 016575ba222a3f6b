// The metrics of a graph by name.

export const metricNames = ['degree', 'pagerank', 'betweenness', 'community', 'component'] as const;
export type MetricName = (typeof metricNames)[number];

/** Those that the table of nodes shows when asked; the degree it always shows, as the column of relations. */
export const tableMetrics = ['pagerank', 'betweenness', 'community', 'component'] as const;
export type TableMetric = (typeof tableMetrics)[number];

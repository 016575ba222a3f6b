// The server's counts and times, for Prometheus.
import { NotFound } from '../errors.ts';
import { TextAnswer } from '../schema/brief.ts';
import { route } from './declare.ts';

export const metricsRoutes = [
  route({
    method: 'get',
    path: '/metrics',
    needs: 'admin',
    summary: 'Requests, statements, memory and restarts, in Prometheus’ format',
    description: 'Only where HEARSAY_METRICS is on; with accounts to an administrator’s token.',
    response: TextAnswer,
    media: ['text/plain'],
    problems: ['not-found'],
    async handle({ metrics }) {
      if (metrics === undefined)
        throw new NotFound('Nothing is measured here.', { detail: 'HEARSAY_METRICS=on switches it on.' });
      return { type: 'text/plain; version=0.0.4', text: await metrics.text(), fileName: 'metrics.txt' };
    },
  }),
];

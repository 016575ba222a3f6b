// A backup of the whole database as a file to keep.
import { z } from 'zod';
import { backupStream } from '../backup/write.ts';
import { route } from './declare.ts';
import type { StreamedAnswer } from './stream-answer.ts';

export const backupRoutes = [
  route({
    method: 'get',
    needs: 'admin',
    path: '/api/backup',
    summary: 'A backup of the whole database, as one packed file',
    description:
      'All nodes and relations as of one moment: evidence, texts, drafts, decisions, history, saved views and what is ' +
      'derived. `npm run hearsay -- restore FILE` puts it into an empty database of either engine.',
    response: z.string(),
    media: ['application/gzip'],
    async handle({ store }, { caller: { signal } }): Promise<never> {
      const chunks = await backupStream(store, signal);
      const fileName = `${new Date().toISOString().slice(0, 10)}.hearsay-backup`;
      return { type: 'application/gzip', chunks, fileName } satisfies StreamedAnswer as never;
    },
  }),
];

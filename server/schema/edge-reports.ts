// Which reports the derived edges rest on, in the form in which it is sent.
import { z } from 'zod';

export const EdgeReports = z.object({
  edges: z.array(
    z.object({
      key: z.string().describe('The key of the edge: TYPE~source~target.'),
      reports: z.array(
        z.object({
          article: z.string().describe('The key of a held article that says so and counts.'),
          relays: z.array(z.string()).describe('Keys of the other outlets whose reports it relays on this edge.'),
        }),
      ),
    }),
  ),
});
export type EdgeReports = z.infer<typeof EdgeReports>;

// Forms that the rows of several statements share.
import { z } from 'zod';

/** Stored properties as an engine gives them; what is sent is made from them by server/views/properties.ts. */
export const Stored = z.record(z.string(), z.unknown());
export const Text = z.string().nullable();
export const Count = z.number();
export const Direction = z.enum(['in', 'out']);

export const none = z.strictObject({});
export const nodeRow = z.strictObject({ key: z.string(), labels: z.array(z.string()), properties: Stored });
export const captionedRow = nodeRow.extend({ outlet: Text, claim: Text });
export const edgeRow = z.strictObject({ source: z.string(), target: z.string(), type: z.string(), properties: Stored });
export const countRow = z.strictObject({ type: z.string(), direction: Direction, count: Count });
export const articleRow = z.strictObject({ key: z.string(), properties: Stored, outlet: Text, outletName: Text });
export const assertionOfClaim = z.strictObject({ assertion: z.string(), claim: z.string() });

export type NodeRow = z.output<typeof nodeRow>;
export type EdgeRow = z.output<typeof edgeRow>;
export type ArticleRow = z.output<typeof articleRow>;

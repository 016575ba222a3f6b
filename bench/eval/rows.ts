// The rows of the evaluation: each a system that finds attributions in a text. Add one here, and `npm run eval` scores it.
import { extractAttributions } from '../../server/extract/attributions/extract.ts';
import { attributionModel } from '../../server/models.ts';
import type { Predicted } from './predictions.ts';
import { byVerbs } from './verbs.ts';

/** One system; those that are programs of their own stand in `peers.ts`. */
export interface Row {
  name: string;
  /** What finds the attributions of one article, made ready once. */
  prepare(): (text: string) => Predicted[];
}

export const rows: readonly Row[] = [
  {
    name: 'hearsay',
    prepare: () => {
      const model = attributionModel();
      return (text) => extractAttributions(text, model);
    },
  },
  { name: 'verbs', prepare: () => byVerbs },
];

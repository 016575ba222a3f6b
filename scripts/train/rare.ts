// Which features are too rare to learn from: counted by hash, before learning begins.
import type { FeatureList } from '../../server/extract/attributions/hash.ts';

const bits = 24;

export interface Counts {
  add(features: FeatureList): void;
  /** Takes the features out of the list that were counted fewer than `least` times. */
  keep(features: FeatureList, least: number): void;
}

export function countsOf(): Counts {
  const counts = new Uint8Array(2 ** bits);
  return {
    add({ values, length }) {
      for (let n = 0; n < length; n++) {
        const at = (values[n] as number) >>> (32 - bits);
        if ((counts[at] as number) < 255) counts[at] = (counts[at] as number) + 1;
      }
    },
    keep(features, least) {
      let kept = 0;
      for (let n = 0; n < features.length; n++) {
        const value = features.values[n] as number;
        if ((counts[value >>> (32 - bits)] as number) >= least) features.values[kept++] = value;
      }
      features.length = kept;
    },
  };
}

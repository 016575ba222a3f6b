// The file of the model: what is written is read again, and anything else is refused.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { emptyModel, packModel, unpackModel } from '../../../../server/extract/attributions/model.ts';

describe('the file of the model', () => {
  it('keeps weights to a 127th of the largest, and the lexicon as it is', () => {
    const model = emptyModel();
    model.label.weights.set([1.27, -0.5, 0.004], 300);
    model.lexicon = { stems: Int32Array.of(-5, 7), meanings: Uint32Array.of(3, 0xffffffff) };
    model.threshold = 0.42;
    const read = unpackModel(packModel(model));
    expect([...read.label.weights.subarray(300, 303)].map((weight) => weight.toFixed(2))).toEqual([
      '1.27',
      '-0.50',
      '0.00',
    ]);
    expect([read.lexicon, read.threshold]).toEqual([model.lexicon, 0.42]);
    expect(packModel(read)).toEqual(packModel(model));
  });

  it('of another format is refused with the way out', () => {
    expect(() => unpackModel(gzipSync('{"format":"other/1"}\n'))).toThrow('npm run train');
  });
});

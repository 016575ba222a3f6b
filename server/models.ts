// Where the learned models are, and reading them once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AttributionModel, unpackModel } from './extract/attributions/model.ts';
import { projectRoot } from './root.ts';

export const attributionModelFile = join(projectRoot, 'models', 'attributions.bin');

let model: AttributionModel | undefined;

/** The bundled model of attributions. Throws where the file is missing or not one. */
export function attributionModel(): AttributionModel {
  model ??= unpackModel(readFileSync(attributionModelFile));
  return model;
}

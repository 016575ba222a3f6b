// The legend: what is on the canvas now and how it is drawn, where the look of each type is chosen.
import { Appearance } from './Appearance.tsx';
import { NodeTypes } from './NodeTypes.tsx';
import { RelationTypes } from './RelationTypes.tsx';
import { Signs } from './Signs.tsx';
import { StyleFiles } from './StyleFiles.tsx';

export const Legend = () => (
  <section class="legend" aria-label="Legend">
    <Appearance />
    <NodeTypes />
    <RelationTypes />
    <Signs />
    <StyleFiles />
  </section>
);

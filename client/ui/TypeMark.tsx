// The sign of a node type in lists, in the shape and colour that are chosen for it on this page.
import { palette } from '../state/theme.ts';
import { style } from '../state/view.ts';
import { TypeOutline } from './marks.tsx';

/** The type or the node's name must stand beside it. */
export const TypeMark = ({ type }: { type: string }) => (
  <TypeOutline type={type} style={style.value} palette={palette.value} />
);

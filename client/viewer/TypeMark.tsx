// The sign of a node type in an exported page, as the file has it.
import { palettes } from '../graph/palette.ts';
import { TypeOutline } from '../ui/marks.tsx';
import { style } from './data.ts';
import { theme } from './state.ts';

/** The type or the node's name must stand beside it. */
export const TypeMark = ({ type, grey = false }: { type: string; grey?: boolean }) => (
  <TypeOutline type={type} style={style} palette={palettes[theme.value]} grey={grey} />
);

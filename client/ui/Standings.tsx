// What widths, outlines and strokes of lines mean, whatever colours are chosen: the lines of a list.
import type { EdgeStyle } from '../graph/encode.ts';
import { Line } from './Line.tsx';

const plain = { size: 1.2, dash: [1, 0], arrow: true, double: false, outline: false, mark: '' } as const;
const standings: readonly { text: string; of: Partial<EdgeStyle> }[] = [
  { text: 'Wider: on more origins', of: { size: 4 } },
  { text: 'Fewest and most differ', of: { outline: true } },
  { text: 'Contested by other reports', of: { double: true } },
  { text: 'Support withdrawn', of: { size: 1, dash: [3, 5] } },
];

export const Standings = ({ color }: { color: string }) => (
  <>
    {standings.map(({ text, of }) => (
      <li key={text}>
        <Line of={{ ...plain, color, ...of }} />
        {text}
      </li>
    ))}
  </>
);

// How far apart two colours are for people who see red and green and for those who do not.

type Triple = readonly [number, number, number];
/** Machado, Oliveira and Fernandes (2009), severity 1, on linear sRGB. */
const visions: readonly (readonly Triple[])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
];

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

function linear(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

/** OKLab (Ottosson, 2020) of a linear sRGB colour. */
function oklab(colour: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

/** The least distance in OKLab, where black and white are 1 apart, of all three kinds of sight; both as #rrggbb. */
export function colourDistance(a: string, b: string): number {
  const seen = (vision: readonly Triple[], hex: string): Triple =>
    oklab(times(vision, linear(hex)).map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple);
  return Math.min(
    ...visions.map((vision) => {
      const [one, two] = [seen(vision, a), seen(vision, b)];
      return Math.hypot(...one.map((part, index) => part - (two[index] as number)));
    }),
  );
}

// The order of nodes around a circle in which those that are joined come near each other: a few sweeps of barycentres.

/** The middle of some points on the circle of radius 1, given by their angles in radians. */
const barycentre = (angles: readonly number[]): { x: number; y: number } => ({
  x: angles.reduce((sum, angle) => sum + Math.cos(angle), 0) / angles.length,
  y: angles.reduce((sum, angle) => sum + Math.sin(angle), 0) / angles.length,
});

/** The signed way from one angle to another, between -π and π. */
const turn = (from: number, to: number): number => {
  const way = (to - from) % (2 * Math.PI);
  return way > Math.PI ? way - 2 * Math.PI : way < -Math.PI ? way + 2 * Math.PI : way;
};

const sweeps = 6;

/**
 * Reorders the members of each arc so that they stand towards their neighbours, and gives each node its angle. `arcs`
 * hold nodes by position in the order in which they stand, each with the angles of its first and last place; the same
 * input gives the same order.
 */
export function orderArcs(
  arcs: readonly { members: readonly number[]; from: number; to: number }[],
  neighbours: readonly (readonly number[])[],
): Map<number, number> {
  const angles = new Map<number, number>();
  const spread = (members: readonly number[], from: number, to: number) =>
    members.forEach((member, index) => {
      angles.set(member, members.length < 2 ? (from + to) / 2 : from + ((to - from) * index) / (members.length - 1));
    });
  for (const { members, from, to } of arcs) spread(members, from, to);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const { members, from, to } of arcs) {
      const middle = (from + to) / 2;
      // Some arcs run clockwise.
      const sense = to < from ? -1 : 1;
      const whole = Math.abs(to - from) > Math.PI;
      const wish = (member: number): number => {
        const around = (neighbours[member] ?? []).flatMap((other) => angles.get(other) ?? []);
        const { x, y } = barycentre(around.length > 0 ? around : [angles.get(member) as number]);
        if (whole)
          return sense * turn(middle, Math.hypot(x, y) < 1e-6 ? (angles.get(member) as number) : Math.atan2(y, x));
        // How far along the arc's tangent: also across the circle, where an angle would turn round.
        return sense * (y * Math.cos(middle) - x * Math.sin(middle));
      };
      const wishes = new Map(members.map((member) => [member, wish(member)]));
      const order = [...members].sort(
        (a, b) =>
          (wishes.get(a) as number) - (wishes.get(b) as number) ||
          sense * ((angles.get(a) as number) - (angles.get(b) as number)) ||
          a - b,
      );
      spread(order, from, to);
    }
  }
  return angles;
}

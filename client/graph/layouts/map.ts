// The map: countries at their centres on an outline of the world, what says that it belongs to one beside it, the rest below.
import { geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Feature, MultiPoint } from 'geojson';
import { iso31661 } from 'iso-3166/1.js';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-50m.json';
import type { Point } from '../build.ts';
import { placeNear } from '../near.ts';
import type { CountryHint } from './countries.ts';

export interface MapLayout {
  /** x and y of each node, in layout units. */
  places: Float32Array;
  /** The countries' borders as an SVG path in layout units, y downward. */
  outline: string;
  /** How many nodes are countries that the map knows. */
  countries: number;
}

/** The size of the part that is looked at, in layout units, and how far around it the outline goes. */
const size = { width: 1100, height: 720 };
const beyond = 2.5;
/** Countries are no nearer to each other than this, so that no sign covers another. */
const apart = 44;
/** From the lowest node to where the map is cut off over the rows below, and on to the first of these; between rows. */
const edge = 44;
const row = 72;

// Antarctica would take a third of the map, and holds no country.
const countries = feature(world, world.objects.countries).features.filter(({ id }) => id !== '010');
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** Countries by code and by name. */
const byName = new Map<string, Feature>();
{
  const byId = new Map(countries.map((one) => [String(one.id), one] as const));
  for (const one of countries) byName.set(folded(one.properties.name), one);
  for (const { alpha2, alpha3, name, numeric } of iso31661) {
    const one = byId.get(numeric);
    if (!one) continue;
    // "Iran (Islamic Republic of)" is also "Iran".
    for (const text of [alpha2, alpha3, name, name.replace(/ ?[(,].*$/, '')]) byName.set(folded(text), one);
  }
}
const find = (text: string | undefined): Feature | undefined =>
  text === undefined ? undefined : byName.get(folded(text));

/** The middle of a country as people see it: of its largest part. */
function centre(one: Feature): [number, number] {
  if (one.geometry.type !== 'MultiPolygon') return geoCentroid(one);
  const parts = one.geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const path = geoPath(geoNaturalEarth1());
  const [largest] = parts.sort((a, b) => path.area(b) - path.area(a));
  return largest ? geoCentroid(largest) : geoCentroid(one);
}

/** Moves points apart that lie on one another, a little and evenly; deterministic. */
function part(points: Point[]): void {
  for (let step = 0; step < 200; step++) {
    let moved = false;
    for (const [index, a] of points.entries())
      for (const b of points.slice(index + 1)) {
        const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= apart) continue;
        moved = true;
        const push = (apart - distance) / 2 / distance;
        a.x -= dx * push;
        a.y -= dy * push;
        b.x += dx * push;
        b.y += dy * push;
      }
    if (!moved) return;
  }
}

/** Rows below the map for what belongs to no country: on land it would seem to be somewhere. */
function margin(keys: readonly string[], places: Map<string, Point>, top: number): void {
  const columns = Math.max(6, Math.ceil(Math.sqrt(keys.length * 3)));
  const step = Math.max(100, size.width / columns);
  keys.forEach((key, index) => {
    const column = index % columns;
    places.set(key, { x: (column - (columns - 1) / 2) * step, y: top - Math.floor(index / columns) * row });
  });
}

export function mapLayout(hints: readonly CountryHint[]): MapLayout {
  const order = hints.map((_, index) => index);
  const own = new Map(
    order.flatMap((index) => (find(hints[index]?.is) ? [[index, find(hints[index]?.is)]] : [])) as [number, Feature][],
  );
  const middles = new Map([...own].map(([index, one]) => [index, centre(one)]));
  const shown: MultiPoint = { type: 'MultiPoint', coordinates: [...middles.values()] };
  const east = middles.size === 0 ? 10 : (geoCentroid(shown)[0] ?? 0);
  const projection = geoNaturalEarth1().rotate([-east, 0]);
  const half = { width: size.width / 2, height: size.height / 2 };
  const box: [[number, number], [number, number]] = [
    [-half.width, -half.height],
    [half.width, half.height],
  ];
  if (middles.size > 1) projection.fitExtent(box, shown);
  else projection.fitExtent(box, { type: 'Sphere' });
  // A single country, or two neighbours, are shown with the continent around them.
  projection.scale(Math.min(projection.scale(), 900));
  const points = [...middles].map(([index, place]) => {
    const [x, y] = projection(place) ?? [0, 0];
    return { index, x, y: -y };
  });
  part(points);
  const places = new Map<string, Point>(points.map(({ index, x, y }) => [String(index), { x, y }]));
  const at = new Map([...own].map(([index, one]) => [one, String(index)]));
  const waiting: string[] = [];
  for (const index of order.filter((index) => !own.has(index))) {
    const home = find(hints[index]?.in);
    const anchor = home && (at.get(home) ?? landOf(home, projection));
    if (anchor === undefined) waiting.push(String(index));
    else placeNear(places, String(index), anchor);
  }
  const bottom = edge - Math.min(...[...places.values()].map(({ y }) => y), middles.size === 0 ? -half.height : 0);
  margin(waiting, places, -bottom - edge);
  // Where rows stand below the map, the map ends above them: no land is under them.
  projection.clipExtent([
    [-half.width * beyond, -half.height * beyond],
    [half.width * beyond, waiting.length > 0 ? bottom : half.height * beyond],
  ]);
  const outline = geoPath(projection).digits(1)({ type: 'FeatureCollection', features: countries }) ?? '';
  const columns = Float32Array.from(
    order.flatMap((index) => {
      const { x, y } = places.get(String(index)) as Point;
      return [x, y];
    }),
  );
  return { places: columns, outline, countries: own.size };
}

/** Where a country is that is no node itself; undefined outside what is looked at. */
function landOf(one: Feature, projection: ReturnType<typeof geoNaturalEarth1>): Point | undefined {
  const [x, y] = projection(centre(one)) ?? [Number.NaN, Number.NaN];
  return Math.abs(x) <= size.width / 2 && Math.abs(y) <= size.height / 2 ? { x, y: -y } : undefined;
}

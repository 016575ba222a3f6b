// A relation of a node with itself: drawn as a loop at the node's corner, found by the pointer and clicked.
import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, it } from 'vitest';
import type { GraphView } from '../../server/schema/view.ts';
import { emptyNeo4j } from '../contract/empty-neo4j.ts';
import { type LaunchedNeo4j, launchNeo4j, whyNot } from '../neo4j/launch.ts';
import { ask, describeInBrowser, drawnCounts, openReady, panelOf, railOf, stageOf } from './pages.ts';
import { glPicture } from './pixels.ts';
import { startServer } from './server.ts';

const missing = await whyNot();
if (missing && process.env.CI) throw new Error(`In CI the tests on Neo4j must run: ${missing}.`);

describe.skipIf(missing !== undefined)(missing ? `loops (skipped: ${missing})` : 'loops', () => {
  let database: LaunchedNeo4j | undefined;
  afterAll(() => database?.stop());

  describeInBrowser(
    'of a node with itself',
    () => {
      it('is drawn beside its node, and a click on it shows it', async () => {
        const graph = await ask<GraphView>('/api/graph');
        const loop = graph.edges.find(({ type }) => type === 'REPLACES');
        expect(loop && loop.source === loop.target).toBe(true);
        const page = await openReady();
        expect(await drawnCounts(page)).toEqual({ nodes: 2, edges: 2 });
        const stage = stageOf(page);
        const withLoop = await glPicture(stage);
        await railOf(page)
          .getByRole('checkbox', { name: /^Replaces/ })
          .uncheck();
        await expect.poll(() => drawnCounts(page)).toEqual({ nodes: 2, edges: 1 });
        const without = await glPicture(stage);
        await page.keyboard.press('Control+z');
        await expect.poll(() => drawnCounts(page)).toEqual({ nodes: 2, edges: 2 });

        // The two pictures differ about the loop alone (its node is smaller without it).
        const spots = await page.evaluate(
          async (pictures) => {
            const read = async (base64: string) => {
              const image = new Image();
              image.src = `data:image/png;base64,${base64}`;
              await image.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.width, image.height];
              const context = canvas.getContext('2d');
              context?.drawImage(image, 0, 0);
              return context?.getImageData(0, 0, image.width, image.height) as ImageData;
            };
            const [one, other] = (await Promise.all(pictures.map(read))) as [ImageData, ImageData];
            const [first, second] = [new Uint32Array(one.data.buffer), new Uint32Array(other.data.buffer)];
            return (
              [...first.keys()]
                .filter((at) => first[at] !== second[at])
                .map((at) => ({ x: at % one.width, y: Math.floor(at / one.width) }))
                // Above and below stand the chip of the filter and the counts, which differ, too.
                .filter(({ y }) => y > 60 && y < one.height - 40)
            );
          },
          [withLoop, without].map((picture) => picture.toString('base64')),
        );
        expect(spots.length).toBeGreaterThan(30);
        const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
        const [left, right] = [Math.min(...xs), Math.max(...xs)];
        expect(right - left).toBeLessThan(140);
        expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(140);

        // The uppermost point of what differs is on the ring.
        const box = await stage.boundingBox();
        if (!box) throw new Error('There is no stage.');
        const tip = spots.reduce((far, spot) => (spot.y < far.y ? spot : far));
        const at = { x: box.x + tip.x, y: box.y + tip.y + 1 };
        await page.mouse.move(at.x, at.y);
        await page.mouse.click(at.x, at.y);
        await expect.poll(() => new URL(page.url()).searchParams.get('edge')).toBe(loop?.key);
        await expect.poll(() => panelOf(page).textContent()).toContain('the old rules');
      }, 90_000);
    },
    async () => {
      database = await launchNeo4j();
      await emptyNeo4j({ uri: database.uri, launched: true });
      const driver = neo4j.driver(database.uri);
      await driver.executeQuery(
        "CREATE (a:Office {name: 'Registry'})-[:REPLACES {what: 'the old rules'}]->(a), (a)-[:HAS_DESK]->(:Desk {name: 'Front desk'})",
      );
      await driver.close();
      return startServer({ env: { NEO4J_URI: database.uri } });
    },
  );
});

// Nodes moved by hand: dragged with the mouse, moved with keys, pinned, kept in the address, and put back.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, openLegend, openReady, panelOf, settled, stageOf } from './pages.ts';

const pins = (page: Page) =>
  Object.fromEntries(
    (new URL(page.url()).searchParams.get('pin') ?? '')
      .split(';')
      .filter(Boolean)
      .map((pin) => {
        const [key = '', x, y] = pin.split(',');
        return [key, { x: Number(x), y: Number(y) }];
      }),
  );
const cameraOf = (page: Page) => new URL(page.url()).searchParams.get('camera');

/** A page whose camera is on Hungary, and the middle of its stage in pixels. */
async function onHungary() {
  const page = await openReady('/?node=country:hu');
  await page.getByRole('button', { name: 'Centre on it' }).click();
  await page.waitForURL(/camera=/);
  const box = await stageOf(page).boundingBox();
  if (!box) throw new Error('There is no stage.');
  return { page, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describeInBrowser('moving nodes by hand', () => {
  it('drags a node without the camera, pins it, and finds it there after loading the page anew', async () => {
    const { page, x, y } = await onHungary();
    const camera = cameraOf(page);
    await page.keyboard.press('Escape');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 140, y + 90, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => Object.keys(pins(page))).toEqual(['country:hu']);
    // A drag is no click: nothing is selected by it.
    expect(new URL(page.url()).searchParams.has('node')).toBe(false);
    await page.waitForTimeout(500);
    expect(cameraOf(page)).toBe(camera);
    await page.mouse.move(x, y);
    await page.reload();
    await settled(page);
    await page.mouse.click(x + 140, y + 90);
    await page.waitForURL(/node=country%3Ahu/);
    const unpin = panelOf(page).getByRole('button', { name: 'Unpin it' });
    await expect.poll(() => unpin.getAttribute('aria-pressed')).toBe('true');
    await openLegend(page);
    await page.getByText('Put there by hand: pinned').waitFor();
    await unpin.click();
    await expect.poll(() => pins(page)).toEqual({});
    await page.waitForTimeout(400);
    await page.mouse.click(x, y);
    await expect.poll(() => panelOf(page).getByRole('heading', { level: 2 }).textContent()).toBe('Hungary');
  });

  it('drags all selected nodes together, in one step of undo', async () => {
    const { page, x, y } = await onHungary();
    const camera = cameraOf(page);
    await page.goto(new URL(`/?select=country:hu,country:sk&camera=${camera}`, page.url()).href);
    await settled(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y + 40, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => Object.keys(pins(page)).sort()).toEqual(['country:hu', 'country:sk']);
    await panelOf(page).getByRole('heading', { name: '2 nodes selected' }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => pins(page)).toEqual({});
  });

  it('moves by keys: Shift and an arrow, as often as pressed one step of undo', async () => {
    const page = await openReady('/?node=country:hu');
    await panelOf(page).getByRole('button', { name: 'Pin it here' }).click();
    await expect.poll(() => Object.keys(pins(page))).toEqual(['country:hu']);
    const start = pins(page)['country:hu'] as { x: number; y: number };
    await stageOf(page).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(`Shift+${key}`);
    await expect.poll(() => pins(page)['country:hu']).toEqual({ x: start.x + 32, y: start.y + 16 });
    await page.keyboard.press('Control+z');
    await expect.poll(() => pins(page)['country:hu']).toEqual(start);
  });

  it('moves what is written along with the nodes while the canvas is panned, and writes it anew at rest', async () => {
    const page = await openReady('/');
    const box = await stageOf(page).boundingBox();
    if (!box) throw new Error('There is no stage.');
    const texts = page.locator('canvas.sigma-annotations');
    const shift = () => texts.evaluate((canvas) => new DOMMatrix(getComputedStyle(canvas).transform).toFloat32Array());
    const along = async () => [...(await shift())].slice(12, 14).map(Math.round);
    // In the lower right corner there are no nodes.
    const at = { x: box.x + box.width - 30, y: box.y + box.height - 60 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 20, at.y - 10);
    await expect.poll(along).toEqual([-20, -10]);
    // However long the pointer stays, nothing is written under it as long as it holds the canvas.
    await page.waitForTimeout(300);
    expect(await along()).toEqual([-20, -10]);
    await page.mouse.up();
    await expect.poll(along).toEqual([0, 0]);
    // Further than what is written reaches, it is written on the way.
    await page.mouse.down();
    await page.mouse.move(at.x - 220, at.y - 10);
    await expect.poll(along).toEqual([0, 0]);
    await page.mouse.up();
  });

  it('hands nothing to the graphics card anew while the canvas is panned, and what changed after it', async () => {
    const counting = `
      window.handed = 0;
      for (const context of [WebGLRenderingContext, WebGL2RenderingContext]) {
        const { bufferData } = context.prototype;
        context.prototype.bufferData = function (...given) {
          window.handed++;
          return bufferData.apply(this, given);
        };
      }`;
    const page = await openReady('/', { scripts: [counting] });
    const handed = () => page.evaluate(() => (window as unknown as { handed: number }).handed);
    const box = await stageOf(page).boundingBox();
    if (!box) throw new Error('There is no stage.');
    const at = { x: box.x + box.width - 30, y: box.y + box.height - 60 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 10, at.y - 10);
    await settled(page);
    const before = await handed();
    expect(before).toBeGreaterThan(0);
    for (let step = 2; step < 8; step++) {
      await page.mouse.move(at.x - step * 10, at.y - 10);
      await settled(page);
    }
    expect(await handed()).toBe(before);
    await page.mouse.up();
    await page.keyboard.press('/');
    await page.keyboard.type('Hungary');
    await page.keyboard.press('Enter');
    await expect.poll(handed).toBeGreaterThan(before);
  });

  it('still pans the camera where no node is', async () => {
    const page = await openReady('/');
    const box = await stageOf(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + (box?.height ?? 0) - 30];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y - 50, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/camera=/);
    expect(pins(page)).toEqual({});
  });
});

// The worker in which layouts that take long are computed, away from the thread that draws.
import { ForceRun } from './force.ts';
import type { Order, Report } from './protocol.ts';

/** Milliseconds between two reports of places that are still moving. */
const pace = 250;
/** Milliseconds of work between two looks at what the page says. */
const stride = 60;

let run: ForceRun | undefined;
/** Whether the page has drawn what it was sent. */
let drawn = true;

function say(report: Report): void {
  postMessage(report, 'places' in report ? { transfer: [report.places.buffer] } : {});
}

async function forces({ columns, most, quietly }: Extract<Order, { do: 'force' }>): Promise<void> {
  run = new ForceRun(columns, most);
  const channel = new MessageChannel();
  const breath = () =>
    new Promise<void>((resolve) => {
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  for (let said = performance.now(); !run.settled; ) {
    const start = performance.now();
    while (!run.settled && performance.now() - start < stride) run.step(2);
    await breath();
    if (quietly || !drawn || performance.now() - said < pace) continue;
    said = performance.now();
    drawn = false;
    say({ places: run.places(), done: false });
  }
  channel.port1.close();
  say({ places: run.unfolded(), done: true });
}

async function carryOut(order: Order): Promise<void> {
  switch (order.do) {
    case 'force':
      return forces(order);
    case 'layers': {
      const { layersLayout } = await import('./layers.ts');
      return say({ places: layersLayout(order.widths, order.ends), done: true });
    }
    case 'map': {
      const { mapLayout } = await import('./map.ts');
      return say({ ...mapLayout(order.hints), done: true });
    }
    case 'next':
      drawn = true;
      return undefined;
    default:
      return run?.put(order.index, order, order.fixed);
  }
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  carryOut(data).catch((error: unknown) => say({ error: error instanceof Error ? error.message : String(error) }));
});

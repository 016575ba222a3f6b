// Tells how a long import goes: a bar on a terminal, else plain lines.

export interface ProgressOut {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

const everyMs = 100;
const plainMs = 5000;
const barWidth = 24;

/** One line that is written over, of at most the terminal's width. */
function bar(doing: string, done: number, total: number, seconds: number, columns: number): string {
  const share = total === 0 ? 1 : done / total;
  const full = Math.round(share * barWidth);
  const left = share > 0 && share < 1 && seconds > 2 ? `, ${Math.ceil((seconds * (1 - share)) / share)} s left` : '';
  const line = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${doing} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}${left}`;
  return line.slice(0, Math.max(10, columns - 1));
}

/** `step` is called as often as anything is done; `line` gives a whole line above the bar, or on no terminal as it is. */
export class ProgressTeller {
  readonly #out: ProgressOut;
  readonly #now: () => number;
  #doing = '';
  #begun = 0;
  #told = 0;
  #shown = false;

  constructor(out: ProgressOut, now: () => number = Date.now) {
    this.#out = out;
    this.#now = now;
  }

  get isTerminal(): boolean {
    return this.#out.isTTY === true;
  }

  step(doing: string, done: number, total: number): void {
    const time = this.#now();
    if (doing !== this.#doing) {
      this.#doing = doing;
      this.#begun = time;
      this.#told = time;
    }
    const isLast = done === total;
    if (!isLast && time - this.#told < (this.isTerminal ? everyMs : plainMs)) return;
    this.#told = time;
    const seconds = (time - this.#begun) / 1000;
    if (this.isTerminal) {
      this.#out.write(`\r\u001b[2K${bar(doing, done, total, seconds, this.#out.columns ?? 80)}`);
      this.#shown = true;
      if (isLast) this.end();
    } else if (!isLast || seconds > plainMs / 1000) this.#out.write(`${doing} ${done} of ${total}\n`);
  }

  line(text: string): void {
    if (this.#shown) this.#out.write('\r\u001b[2K');
    this.#out.write(`${text}\n`);
  }

  /** Leaves the bar as it stands. */
  end(): void {
    if (this.#shown) this.#out.write('\n');
    this.#shown = false;
  }
}

/** Measures the stages of one run for `--stats`; nothing else prints times. */
export class StageClock {
  readonly #now: () => number;
  readonly #stages = new Map<string, number>();
  #last: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#last = now();
  }

  /** Ends a stage: the time since the last call counts for it. */
  end(stage: string): void {
    const at = this.#now();
    this.#stages.set(stage, (this.#stages.get(stage) ?? 0) + at - this.#last);
    this.#last = at;
  }

  /** Stages, their milliseconds, and the size of what was read. */
  table(texts: ReadonlyMap<string, string>): string {
    let units = 0;
    for (const text of texts.values()) units += text.length;
    const total = [...this.#stages.values()].reduce((sum, one) => sum + one, 0);
    const rows = [...this.#stages, ['total', total] as const].map(
      ([stage, milliseconds]) => `${stage.padEnd(8)}${milliseconds.toFixed(0).padStart(8)} ms`,
    );
    return `${texts.size} files, ${(units / 1e6).toFixed(1)} MB\n${rows.join('\n')}\n`;
  }
}

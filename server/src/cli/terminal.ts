import yoctoSpinner from 'yocto-spinner';

/** Where a command writes and what it may know of the world: the process itself, or a test's stand-in. */
export interface Terminal {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly isTty: boolean;
  readonly colours: boolean;
  /** `YYYY-MM-DD`; only the outermost layer may read a clock. */
  readonly today: string;
  readonly cwd: string;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
}

/** Shows that work goes on; only on a terminal, only on stderr. */
export interface Progress {
  say(text: string): void;
  stop(): void;
}

/** A spinner on a terminal, nothing elsewhere. */
export function startProgress(terminal: Terminal, text: string): Progress {
  if (!terminal.isTty) return { say: () => undefined, stop: () => undefined };
  const spinner = yoctoSpinner({ text }).start();
  return {
    say: (next) => {
      spinner.text = next;
    },
    stop: () => {
      spinner.stop();
    },
  };
}

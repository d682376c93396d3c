// What the language status item says in each state. Must not know VS Code, so that it can be tested without one.
// Look next at status.ts (the item) and server/src/lsp/protocol.ts (what the server says).
import type { ServerStatus } from '../../server/src/lsp/protocol.ts';

/** What the client itself knows, when no server answers. */
export type ClientState =
  | { readonly state: 'starting' }
  | { readonly state: 'disabled' }
  | { readonly state: 'restarting'; readonly seconds: number }
  | { readonly state: 'stopped' };

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'error';
  readonly busy: boolean;
  /** What a click does. */
  readonly action: 'output' | 'restart' | 'problems' | 'none';
}

const busy = { severity: 'information', busy: true, action: 'output' } as const;
const calm = { severity: 'information', busy: false } as const;
const failed = { severity: 'error', busy: false } as const;

/** The words for a state of the server or of the client. */
export function statusText(status: ServerStatus | ClientState): StatusText {
  switch (status.state) {
    case 'starting':
      return { ...busy, text: 'Starting', detail: '' };
    case 'reading':
      return { ...busy, text: 'Reading files', detail: count(status.files, 'file') };
    case 'analysing':
      return { ...busy, text: 'Analysing', detail: count(status.files, 'file') };
    case 'ready':
      return {
        ...calm,
        text: status.findings === 0 ? 'No findings' : count(status.findings, 'finding'),
        detail: status.message ?? count(status.files, 'file'),
        action: status.findings === 0 ? 'output' : 'problems',
      };
    case 'idle':
      return { ...calm, text: 'No Django code', detail: status.message ?? 'in this workspace', action: 'output' };
    case 'error':
      return { ...failed, text: 'Configuration error', detail: status.message ?? '', action: 'output' };
    case 'disabled':
      return { ...calm, text: 'Off', detail: 'by the setting djpreflight.enable', action: 'none' };
    case 'restarting':
      return { ...busy, text: 'Server crashed', detail: `restart in ${count(status.seconds, 'second')}` };
    case 'stopped':
      return { ...failed, text: 'Server stopped', detail: 'it crashed again and again', action: 'restart' };
  }
}

/** `1 file`, `2,300 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

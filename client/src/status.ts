// The language status item: what the server is doing, seen beside the language of a file. Must not notify anybody.
// Look next at status-text.ts.
import { type Command, type Disposable, type DocumentSelector, LanguageStatusSeverity, languages } from 'vscode';
import type { ServerStatus } from '../../server/src/lsp/protocol.ts';
import { type ClientState, type StatusText, statusText } from './status-text.ts';

const actions: Readonly<Record<StatusText['action'], Command | undefined>> = {
  output: { command: 'djpreflight.showOutput', title: 'Show Output' },
  restart: { command: 'djpreflight.restartServer', title: 'Restart Server' },
  problems: { command: 'workbench.actions.view.problems', title: 'Show Problems' },
  none: undefined,
};

export interface StatusItem extends Disposable {
  /** Shows a state of the server or of the client. */
  show(status: ServerStatus | ClientState): void;
}

/** Makes the item; it is seen while a document of the selector is active. */
export function createStatusItem(selector: DocumentSelector): StatusItem {
  const item = languages.createLanguageStatusItem('djpreflight.status', selector);
  item.name = 'Django Preflight';
  return {
    show(status) {
      const { text, detail, severity, busy, action } = statusText(status);
      item.text = `Django Preflight: ${text}`;
      item.detail = detail;
      item.severity = severity === 'error' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
      item.busy = busy;
      item.command = actions[action];
    },
    dispose: () => item.dispose(),
  };
}

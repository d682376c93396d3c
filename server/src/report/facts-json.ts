import type { SettingsFacts } from '../model/settings/settings-facts.ts';
import type { FileId } from '../text/file-id.ts';
import type { LineIndex } from '../text/line-index.ts';

export interface FactsInput {
  readonly root: string;
  readonly settings: readonly SettingsFacts[];
  /** One object an image, in the shape of the contract already. */
  readonly dockerfiles: readonly object[];
  lines(file: FileId): LineIndex | undefined;
}

/** The output of `facts --format json`, version 1: its shape is a promise; `null` is unknown. Lines are 1-based. */
export function factsJson(input: FactsInput): string {
  const settings = input.settings.map((facts) => ({
    ...facts,
    values: Object.fromEntries(
      Object.entries(facts.values).map(([name, { class: kind, at }]) => {
        const line = at === undefined ? undefined : input.lines(at.file)?.position(at.span.start).line;
        return [name, { class: kind, file: at?.file ?? null, line: line === undefined ? null : line + 1 }];
      }),
    ),
  }));
  return `${JSON.stringify({ version: 1, root: input.root, settings, dockerfiles: input.dockerfiles }, null, 2)}\n`;
}

import type { FileId } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import type { BuildFiles } from './build-files.ts';
import type { StartCommand } from './container-command.ts';
import { resolveAt } from './copy-instruction.ts';
import type { DockerStage } from './docker-image.ts';
import { findInImage } from './image-files.ts';
import { serverCommands } from './server-command.ts';

/** Configuration files of the servers that a container starts. */
export interface ServerConfigs {
  readonly found: readonly { readonly file: FileId; readonly text: string }[];
  /** True when a uWSGI configuration, which may set the user, cannot be read. */
  readonly hasUnread: boolean;
}

/** Reads the files that uWSGI and gunicorn are started with, as far as they are in the project. */
export function readServerConfigs(
  commands: readonly StartCommand[],
  stage: DockerStage,
  files: BuildFiles,
  sources: Sources,
): ServerConfigs {
  const found: { file: FileId; text: string }[] = [];
  let hasUnread = false;
  for (const { name, arguments: words, command } of serverCommands(commands)) {
    if (name !== 'uwsgi' && name !== 'gunicorn') continue;
    const paths = words.map((word) => configPath(word, name)).filter((path) => path !== undefined);
    if (name === 'gunicorn') paths.push('gunicorn.conf.py');
    for (const path of paths) {
      const place = resolveAt(command.folder, path);
      const lookup = place === undefined ? undefined : findInImage(stage.layers, place, files);
      const text = lookup?.state === 'present' ? sources.text(lookup.file) : undefined;
      if (lookup?.state === 'present' && text !== undefined) found.push({ file: lookup.file, text });
      else if (name === 'uwsgi') hasUnread = true;
    }
  }
  return { found, hasUnread };
}

function configPath(word: string | undefined, server: string): string | undefined {
  const value = word?.replace(/^--[\w-]+=/, '');
  if (value === undefined || value.startsWith('-')) return undefined;
  return (server === 'uwsgi' ? /\.(?:ini|ya?ml|xml|json)$/ : /\.py$/).test(value) ? value : undefined;
}

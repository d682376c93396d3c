import { parseRequirements } from '../../syntax/requirements/parse-requirements.ts';
import type { FileId } from '../../text/file-id.ts';
import { folderOf, resolveIn } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import type { BuildFiles } from './build-files.ts';
import type { MissingInclude } from './docker-image.ts';
import { findInImage, type ImageLayer } from './image-files.ts';
import { type ImagePath, imageFolderOf, resolveImagePath } from './image-path.ts';

/** What pip reads from one requirements file of the image. */
export interface RequirementTree {
  readonly included: readonly FileId[];
  readonly missing: readonly MissingInclude[];
  /** True when a line installs the project itself or a folder of it. */
  readonly needsSource: boolean;
}

const mostFiles = 20;

/**
 * Follows `-r` and `-c` through the image: nested paths are relative to the including file
 * (https://pip.pypa.io/en/stable/reference/requirements-file-format/). Only what is surely absent from the image and
 * surely there in the project counts as missing: a file that the build makes is in neither.
 */
export function readRequirementTree(
  start: { readonly file: FileId; readonly imagePath: ImagePath },
  layers: readonly ImageLayer[],
  files: BuildFiles,
  sources: Sources,
): RequirementTree {
  const included: FileId[] = [];
  const missing: MissingInclude[] = [];
  let needsSource = false;
  const waiting = [start];
  for (let next = waiting.shift(); next !== undefined && included.length < mostFiles; next = waiting.shift()) {
    const { file, imagePath } = next;
    const text = sources.text(file);
    if (included.includes(file)) continue;
    included.push(file);
    if (text === undefined) continue;
    const parsed = parseRequirements(text);
    if (parsed.unnamed.some(({ url }) => /^(?:file:|\.{0,2}(?:\/|$|\[))/.test(url))) needsSource = true;
    for (const include of parsed.includes) {
      if (/^[a-z][a-z+]*:|\$\{/i.test(include.path)) continue;
      const path = resolveImagePath(imageFolderOf(imagePath), include.path);
      if (path === undefined) continue;
      const found = findInImage(layers, path, files);
      const inProject = resolveIn(folderOf(file), include.path);
      if (found.state === 'present') waiting.push({ file: found.file, imagePath: path });
      else if (found.state === 'absent' && inProject !== undefined && sources.has(inProject)) {
        const isIgnored = files.isIgnored(inProject);
        const at = { file, span: include.pathSpan };
        missing.push({ at, written: include.path, file: inProject, imagePath: path, isIgnored });
        // What the missing file includes would be missing next.
        waiting.push({ file: inProject, imagePath: path });
      }
    }
  }
  return { included, missing, needsSource };
}

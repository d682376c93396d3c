import type { FileId } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';

/** True when `holds` is true of a text that may configure a proxy or a platform: all that was read but Python. */
export function someProxyText(sources: Sources, holds: (text: string, file: FileId) => boolean): boolean {
  for (const file of sources.files) {
    const text = file.endsWith('.py') ? undefined : sources.text(file);
    if (text !== undefined && holds(text, file)) return true;
  }
  return false;
}

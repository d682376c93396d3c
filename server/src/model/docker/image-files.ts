// Which files of the build context lie where in the image: layers of COPY, ADD and bind mounts, asked by image path.
// Must not guess: what a command, a variable or somebody else's image may have put there is `maybe`.
// Look next at copy-instruction.ts (who makes the layers) and build-files.ts (what the context holds).
import type { DockerInstruction } from '../../syntax/dockerfile/nodes.ts';
import { type FileId, isInFolder } from '../../text/file-id.ts';
import type { BuildFiles } from './build-files.ts';
import { type ImagePath, joinPath, relativeTo } from './image-path.ts';

/** One thing that put files into the image. */
export type ImageLayer =
  /** A file of the context; `maybe` when its place is not sure. */
  | {
      readonly kind: 'file';
      readonly file: FileId;
      readonly to: ImagePath;
      readonly maybe: boolean;
      readonly instruction: DockerInstruction;
    }
  /** What lies below a folder of the context. */
  | {
      readonly kind: 'tree';
      readonly folder: string;
      readonly to: ImagePath;
      readonly maybe: boolean;
      readonly instruction: DockerInstruction;
    }
  /** Files of an earlier stage. */
  | {
      readonly kind: 'stage';
      readonly layers: readonly ImageLayer[];
      readonly from: ImagePath;
      readonly to: ImagePath;
      readonly instruction: DockerInstruction;
    }
  /** Anything may be at or below the path. */
  | { readonly kind: 'unknown'; readonly to: ImagePath; readonly instruction: DockerInstruction };

/** What lies at a path of the image. */
export type ImageLookup =
  | { readonly state: 'present'; readonly file: FileId; readonly layer: ImageLayer }
  | { readonly state: 'absent' }
  | { readonly state: 'maybe' };

/** Layers looked at for one question: chains of stages that copy from each other must not multiply. */
const mostLayers = 5000;

/** Looks for a file in layers, the newest first. */
export function findInImage(layers: readonly ImageLayer[], path: ImagePath, files: BuildFiles): ImageLookup {
  return new ImageSearch(files).find(layers, path);
}

class ImageSearch {
  readonly #files: BuildFiles;
  #left = mostLayers;

  constructor(files: BuildFiles) {
    this.#files = files;
  }

  find(layers: readonly ImageLayer[], path: ImagePath): ImageLookup {
    let maybe = false;
    for (let i = layers.length - 1; i >= 0; i--) {
      const layer = layers[i];
      if (this.#left-- <= 0) return { state: 'maybe' };
      const rest = layer === undefined ? undefined : relativeTo(layer.to, path);
      if (layer === undefined || rest === undefined) continue;
      const found = this.#inLayer(layer, rest);
      if (found === 'maybe') maybe = true;
      else if (found !== undefined) return { state: 'present', file: found, layer };
    }
    return { state: maybe ? 'maybe' : 'absent' };
  }

  #inLayer(layer: ImageLayer, rest: string): FileId | 'maybe' | undefined {
    if (layer.kind === 'unknown') return 'maybe';
    if (layer.kind === 'stage') {
      const inside = this.find(layer.layers, joinPath(layer.from, rest));
      return inside.state === 'present' ? inside.file : inside.state === 'maybe' ? 'maybe' : undefined;
    }
    if ((layer.kind === 'file') !== (rest === '')) return undefined;
    const file = layer.kind === 'file' ? layer.file : joinPath(layer.folder, rest);
    if (!this.#files.has(file)) return undefined;
    return layer.maybe ? 'maybe' : (file as FileId);
  }
}

/** True when the layers are known to have a folder at the path. */
export function isKnownFolder(layers: readonly ImageLayer[], path: ImagePath, files: BuildFiles): boolean {
  return layers.some((layer) => {
    if (layer.kind === 'unknown') return false;
    if (layer.kind !== 'file' && layer.to === path) return true;
    if (layer.to !== path && relativeTo(path, layer.to) !== undefined) return true;
    const rest = relativeTo(layer.to, path);
    return layer.kind === 'tree' && rest !== undefined && files.hasFolder(joinPath(layer.folder, rest));
  });
}

/** True when the layer itself brings the file of the context into the image, wherever; layers of other stages do not count. */
export function bringsFile(layer: ImageLayer, file: FileId, files: BuildFiles): boolean {
  if (layer.kind === 'file') return layer.file === file && files.has(file);
  return layer.kind === 'tree' && isInFolder(file, layer.folder) && files.has(file);
}

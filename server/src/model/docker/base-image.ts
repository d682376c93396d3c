import type { ImageReference } from '../../syntax/dockerfile/image-reference.ts';

/** What is known of an image that is not built here. */
export interface BaseImage {
  readonly reference: ImageReference;
  /** `root` for images that are known to set no user. */
  readonly user: 'root' | 'nonroot' | 'unknown';
  /** Which commands make a user. */
  readonly family: 'debian' | 'alpine' | 'other';
  /** True when the image brings Python. */
  readonly isPython: boolean;
  /** `3.12`, from the tag; undefined when it names no minor version. */
  readonly python: string | undefined;
  readonly pin: Pin;
  /** True for official images whose files are known to hold nothing of the project. */
  readonly isKnown: boolean;
}

export type Pin = 'none' | 'major' | 'minor' | 'patch' | 'digest';

/** Images of Docker Hub's library that run as root and hold no project files. */
const rootImages = new Set(
  'python debian ubuntu alpine node buildpack-deps pypy amazonlinux fedora rockylinux almalinux golang rust ruby php nginx httpd busybox openjdk eclipse-temurin caddy postgres redis mysql mariadb'.split(
    ' ',
  ),
);
/** Names whose images bring Python, wherever they are kept. */
const pythonNames =
  /(?:^|[/_-])(?:python\d*|py3?|uv|pypy|django|miniconda3?|conda|micromamba|uvicorn|gunicorn|geodjango)(?:[/_-]|\d|$)/;

/** The name without the prefixes of mirrors of Docker Hub's library; undefined when the image is somebody's own. */
function libraryName({ registry, name }: ImageReference): string | undefined {
  const isHub = registry === undefined || registry === 'docker.io' || registry === 'index.docker.io';
  if (isHub) return name.startsWith('library/') ? name.slice(8) : name.includes('/') ? undefined : name;
  if (registry === 'mirror.gcr.io' && name.startsWith('library/')) return name.slice(8);
  if (registry === 'public.ecr.aws' && name.startsWith('docker/library/')) return name.slice(15);
  return undefined;
}

function isUvImage({ registry, name }: ImageReference): boolean {
  return (registry === 'ghcr.io' && name === 'astral-sh/uv') || (registry === undefined && name === 'astral/uv');
}

/** What an image's name tells about it; tags follow the official images' habits (https://hub.docker.com/_/python). */
export function readBaseImage(reference: ImageReference): BaseImage {
  const library = libraryName(reference);
  const tag = reference.tag ?? '';
  const uv = isUvImage(reference);
  const isRoot = uv || (library !== undefined && rootImages.has(library));
  const lastName = reference.name.slice(reference.name.lastIndexOf('/') + 1);
  const isPython =
    (library === undefined || !rootImages.has(library)
      ? pythonNames.test(reference.name)
      : library === 'python' || library === 'pypy') || uv;
  return {
    reference,
    user: isRoot
      ? 'root'
      : /(?:^|-)nonroot(?:-|$)/.test(tag) || reference.registry === 'cgr.dev'
        ? 'nonroot'
        : 'unknown',
    family: family(library ?? (uv ? 'uv' : undefined), tag),
    isPython,
    python: pythonVersion(lastName, tag, isPython),
    pin: pinOf(reference, lastName),
    isKnown: isRoot,
  };
}

function family(library: string | undefined, tag: string): BaseImage['family'] {
  if (library === 'alpine' || (library !== undefined && /alpine/.test(tag))) return 'alpine';
  if (
    library === undefined ||
    !['python', 'debian', 'ubuntu', 'node', 'buildpack-deps', 'pypy', 'uv'].includes(library)
  )
    return 'other';
  return library === 'uv' && !/bookworm|trixie|bullseye|debian|slim/.test(tag) ? 'other' : 'debian';
}

function pythonVersion(lastName: string, tag: string, isPython: boolean): string | undefined {
  if (!isPython) return undefined;
  if (lastName === 'python') return /^(\d+\.\d+)/.exec(tag)?.[1];
  return /python-?(\d+\.\d+)/.exec(tag)?.[1] ?? /python-?(\d\.\d+)/.exec(lastName)?.[1];
}

function pinOf({ tag, digest }: ImageReference, lastName: string): Pin {
  if (digest !== undefined) return 'digest';
  const version =
    lastName === 'uv' ? (/python(\d[\d.]*)/.exec(tag ?? '')?.[1] ?? '') : (/^v?(\d[\d.]*)/.exec(tag ?? '')?.[1] ?? '');
  const parts = version.split('.').filter((part) => part !== '').length;
  return parts === 0 ? 'none' : parts === 1 ? 'major' : parts === 2 ? 'minor' : 'patch';
}

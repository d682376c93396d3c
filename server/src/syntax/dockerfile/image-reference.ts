/** The parts of an image name such as `ghcr.io/astral-sh/uv:0.8@sha256:…`. */
export interface ImageReference {
  /** `ghcr.io`; undefined for Docker Hub. */
  readonly registry: string | undefined;
  /** Without registry, tag and digest: `astral-sh/uv`. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/**
 * Splits an image name. The first part is a registry when it has a `.` or `:` or is `localhost`
 * (https://docs.docker.com/reference/cli/docker/image/tag/).
 */
export function readImageReference(text: string): ImageReference {
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  const rest = at < 0 ? text : text.slice(0, at);
  const slash = rest.indexOf('/');
  const first = slash < 0 ? '' : rest.slice(0, slash);
  const registry = /[.:]/.test(first) || first === 'localhost' ? first : undefined;
  const path = registry === undefined ? rest : rest.slice(slash + 1);
  const colon = path.lastIndexOf(':');
  const hasTag = colon > path.lastIndexOf('/');
  return {
    registry,
    name: hasTag ? path.slice(0, colon) : path,
    tag: hasTag ? path.slice(colon + 1) : undefined,
    digest,
  };
}

import { baseName, type FileId, folderOf } from '../text/file-id.ts';

/** Largest file that is read, in bytes. */
const largestFile = 2 * 1024 * 1024;
/** Largest requirements file: a longer one is some other list. */
const largestRequirements = 256 * 1024;

const exactNames = new Set([
  ...['pyproject.toml', '.djpreflight.toml', 'setup.cfg', '.dockerignore', '.gitignore', '.python-version'],
  ...['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile', 'Pipfile.lock'],
]);

const namePatterns: readonly RegExp[] = [
  /\.py$/,
  /^(?:docker|container)file(?:$|[._-])/i,
  /\.(?:dockerfile|containerfile|dockerignore|sh)$/i,
  /\.(?:docker|container)file\./i,
  /^(?:docker-)?entrypoint(?:$|[._-])/i,
  // Scripts and server configurations that say what a container runs, and as whom.
  /^(?:start|run|serve|launch|boot)(?:[-_][\w-]*)?$/i,
  /\.ini$/i,
  /supervisor[^/]*\.conf$/i,
  /^\.env(?:$|[._-])|\.env$/,
  /^Procfile(?:$|\.)/,
  /^[Mm]akefile$/,
  // App Engine: what it serves without Django.
  /^app\.ya?ml$/,
  // fly.io: whether its proxy redirects to HTTPS.
  /^fly(?:\.\w+)?\.toml$/,
  /^(?:docker-)?compose(?:[._-][^/]*)?\.ya?ml$/i,
];

const requirementsName = /requirement|constraint|^reqs?(?:$|[._-])/i;
const requirementsFolder = /^(?:requirements?|reqs?|dependencies|deps|pip|constraints?)$/i;

/** True for a file whose text the engine can use; all others are only listed. */
export function isRead(file: FileId): boolean {
  const name = baseName(file);
  if (exactNames.has(name) || namePatterns.some((pattern) => pattern.test(name))) return true;
  if (/^(?:local|dev|development|prod|production|stage|staging)\.ya?ml$/i.test(file)) return true;
  if (isProxyConfiguration(file) || isDeploymentFile(file)) return true;
  return isRequirementsLike(file) || /^(?:.*\/)?\.github\/workflows\/[^/]+\.ya?ml$/.test(file);
}

/** What a platform or a cluster starts the project from, which names the settings module: https://docs.digitalocean.com/products/app-platform/reference/app-spec/ */
function isDeploymentFile(file: FileId): boolean {
  if (/^(?:render|heroku)\.ya?ml$/.test(file) || /(?:^|\/)\.do\/[^/]+\.ya?ml$/.test(file)) return true;
  if (/(?:^|\/)\.ebextensions\/[^/]+\.config$|\.service$/.test(file)) return true;
  return /(?:^|\/)(?:k8s|kubernetes|helm|charts|manifests|deploy|deployments?)\/(?:[^/]+\/){0,4}[^/]+\.ya?ml$/i.test(
    file,
  );
}

/** nginx, Apache, Caddy and the like: they can send headers in Django's place. */
function isProxyConfiguration(file: FileId): boolean {
  if (baseName(file) === 'Caddyfile') return true;
  return (
    /nginx|apache|httpd|caddy|traefik|haproxy|proxy/i.test(file) &&
    /\.(?:conf|cfg|template|tmpl|j2|ya?ml|toml)$/i.test(file)
  );
}

/** Largest size in bytes at which a file is read. */
export function largestSize(file: FileId): number {
  return isRequirementsLike(file) && !baseName(file).endsWith('.py') ? largestRequirements : largestFile;
}

/** A `.txt`, `.in` or `.pip` file that may list packages: by its name or folder, or because it lies near the root, where `-r base.txt` points. */
export function isRequirementsLike(file: FileId): boolean {
  const name = baseName(file);
  if (!/\.(?:txt|in|pip)$/i.test(name)) return false;
  const folders = folderOf(file) === '' ? [] : folderOf(file).split('/');
  if (requirementsName.test(name) || folders.some((part) => requirementsFolder.test(part))) return true;
  return folders.length <= 1 && folders[0] !== 'templates' && folders[0] !== 'static';
}

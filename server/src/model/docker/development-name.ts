const words = new Set(
  'dev devel develop development local test tests testing unittest unittests pytest ci e2e debug devcontainer sandbox playground'.split(
    ' ',
  ),
);

/** True when a file's, folder's or stage's name says that it is for development or tests: `Dockerfile.dev`, `local`. */
export function isDevelopmentName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((part) => words.has(part));
}

/** True when a stage's name says that it is what gets deployed. */
export function isProductionName(name: string): boolean {
  return /(?:^|[^a-z])(?:prod|production|release|final|runtime|deploy|live)(?:$|[^a-z])/.test(name.toLowerCase());
}

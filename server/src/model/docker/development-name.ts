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

/** True when a folder of a path is one for development by its whole name: `docker/dev`, `.devcontainer`. */
export function isDevelopmentFolder(path: string): boolean {
  return path
    .split('/')
    .some((part) =>
      /^(?:docker[-_.])?(?:dev|devel|develop|development|local|ci|e2e|debug|\.?devcontainer|tests?)(?:[-_.]docker)?$/i.test(
        part,
      ),
    );
}

/** True when a stage's name says that it is what gets deployed. */
export function isProductionName(name: string): boolean {
  return /(?:^|[^a-z])(?:prod|production|release|final|runtime|deploy|live)(?:$|[^a-z])/.test(name.toLowerCase());
}

/** True when a comment says that what follows it is for development. */
export function saysDevelopment(comment: string): boolean {
  return /\bfor (?:local )?development|\bfor (?:[\w'-]+ ){1,2}development\b|\bdevelopment (?:only|image|environment|use|setup)\b|\bnot (?:\w+ )?for production\b/i.test(
    comment,
  );
}

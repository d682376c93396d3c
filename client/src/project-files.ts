// Which files the server reads, as VS Code globs: the documents that it is told of while they are open, and the files whose changes on
// disk it hears of. Must not be narrower than server/src/workspace/read-policy.ts; a test compares them. The server itself leaves out
// what is too much here.
// Globs have no option for case, hence the spellings.

/** Globs with `**`, `*` and one level of braces. */
export const projectFilePatterns: readonly string[] = [
  '**/*.py',
  '**/*.{html,htm,txt,in,pip}',
  '**/*.{toml,cfg,ini,lock,conf,yml,yaml}',
  '**/*.{template,tmpl,j2,jinja,jinja2}',
  '**/{Docker,docker,Container,container}file*',
  '**/*.{Docker,docker,Container,container}file',
  '**/*.{Docker,docker,Container,container}file.*',
  '**/*.{dockerignore,sh,env}',
  '**/.env*',
  '**/{entrypoint,docker-entrypoint,start,run,serve,launch,boot}{,-*,_*}',
  '**/{entrypoint,docker-entrypoint}.*',
  '**/{Procfile,Procfile.*,Makefile,makefile,Pipfile,Caddyfile,.gitignore,.python-version}',
];

/** What VS Code says when a whole folder goes: its own name, and none of the files in it. */
export const anyFilePattern = '**/*';

/** False for deletions that happen all the time and never concern a project: git's own files and installed packages. */
export function isProjectPath(path: string): boolean {
  return !/(?:^|\/)(?:\.git|node_modules|__pycache__|\.mypy_cache|\.pytest_cache|\.ruff_cache)\//.test(path);
}

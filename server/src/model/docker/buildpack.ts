import type { Sources } from '../sources.ts';

/**
 * True when a platform builds the project itself, from `Procfile` and `runtime.txt`, and nothing in the repository builds or pushes an
 * image: its Dockerfiles are then for developers. https://devcenter.heroku.com/articles/python-runtimes
 */
export function isBuiltByPlatform(sources: Sources): boolean {
  if (!sources.has('Procfile') || !sources.has('runtime.txt') || sources.has('heroku.yml')) return false;
  for (const file of sources.files) {
    if (file.endsWith('.py')) continue;
    const text = sources.text(file) ?? '';
    if (/\bdocker(\s+buildx|\s+image)?\s+(build|push)\b|build-push-action|container:push/.test(text)) return false;
  }
  return true;
}

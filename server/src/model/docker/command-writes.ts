import { type ImagePath, resolveImagePath } from './image-path.ts';
import type { ShellCommand } from './shell-commands.ts';

/** Commands that put no file of a project into the image, whatever else they do. */
const quiet = new Set(
  'apt-get apt apk yum dnf microdnf dpkg apt-key gpg pip pip3 pip-sync uv poetry pipenv pipx npm npx yarn pnpm useradd adduser groupadd addgroup usermod groupmod chown chmod chgrp rm rmdir echo printf set export unset true false test [ [[ : ldconfig locale-gen update-ca-certificates ls cat find which id whoami sleep exit head tail grep sed awk cut tr sort uniq wc date uname hash strip env django-admin playwright update-alternatives dpkg-reconfigure corepack'.split(
    ' ',
  ),
);

/**
 * The places that a command may write to: paths below which anything can lie, or `'anything'` when the command is not known.
 * @param folder where the command runs; undefined when that is not known.
 */
export function placesWritten(
  command: ShellCommand,
  folder: ImagePath | undefined,
  expand: (text: string) => string | undefined,
): readonly ImagePath[] | 'anything' {
  const resolve = (text: string | undefined): ImagePath | undefined => {
    const value = text === undefined ? undefined : expand(text);
    if (value === undefined) return undefined;
    return folder === undefined && !value.startsWith('/') ? undefined : resolveImagePath(folder ?? '/', value);
  };
  const places: ImagePath[] = [];
  for (const { text } of command.writes) {
    const place = resolve(text);
    if (place === undefined) return 'anything';
    places.push(place);
  }
  const texts = command.words.map(({ text }) => text);
  const named = namedPlaces(texts, resolve);
  return named === 'anything' ? named : [...places, ...named];
}

function namedPlaces(
  texts: readonly string[],
  resolve: (text: string | undefined) => ImagePath | undefined,
): readonly ImagePath[] | 'anything' {
  const name = (texts[0] ?? '').slice((texts[0] ?? '').lastIndexOf('/') + 1);
  const plain = texts.slice(1).filter((text) => !text.startsWith('-'));
  const all = (words: readonly (string | undefined)[]): readonly ImagePath[] | 'anything' => {
    const places = words.map(resolve);
    return places.every((place) => place !== undefined) ? places : 'anything';
  };
  if (name === '' || quiet.has(name) || name === 'cd' || name === 'mkdir') return [];
  if (/^(?:pip|python|pypy)[\d.]*$/.test(name)) return isQuietPython(texts) ? [] : 'anything';
  if (name === 'curl' || name === 'wget') {
    const at = texts.findIndex((text) => ['-o', '--output', '-O', '--output-document', '-P'].includes(text));
    return at < 0
      ? name === 'curl'
        ? []
        : all(['.'])
      : texts[at] === '-O' && name === 'curl'
        ? all(['.'])
        : all([texts[at + 1]]);
  }
  if (['cp', 'mv', 'ln', 'install', 'rsync'].includes(name)) return all([plain.at(-1)]);
  if (name === 'touch' || name === 'tee') return all(plain);
  if (name === 'tar') {
    const at = texts.findIndex((text) => text === '-C' || text === '--directory');
    return all([at < 0 ? '.' : texts[at + 1]]);
  }
  // A script from a pipe sets up the system, as that of Node's or PostgreSQL's repository.
  if ((name === 'sh' || name === 'bash') && plain.every((text) => text === '-')) return [];
  return 'anything';
}

/** `python -m pip …`, `manage.py collectstatic` and the like put no source or requirement file anywhere. */
function isQuietPython(texts: readonly string[]): boolean {
  if (texts.includes('-m'))
    return /^(?:pip|venv|virtualenv|ensurepip|compileall|django|playwright|pipenv|poetry)$/.test(
      texts[texts.indexOf('-m') + 1] ?? '',
    );
  return texts.some((text) => /(?:^|\/)manage\.py$/.test(text)) || texts[1] === '--version' || texts[1] === '-';
}

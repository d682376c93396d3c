import type { StartCommand } from './container-command.ts';

/** A server that the container starts. */
export interface ServerCommand {
  /** `gunicorn`, `uvicorn`, `daphne`, `hypercorn`, `granian`, `uwsgi`, `waitress`, `runserver`. */
  readonly name: string;
  /** What follows the server's name. */
  readonly arguments: readonly (string | undefined)[];
  readonly command: StartCommand;
}

const servers = new Set(['gunicorn', 'uvicorn', 'daphne', 'hypercorn', 'granian', 'uwsgi', 'waitress-serve']);
/** Options without a value; every other option that stands alone takes the next word. */
const flags = new Set(
  '--reload --preload --preload-app --daemon -D --proxy-headers --no-proxy-headers --no-access-log --access-log --capture-output --enable-stdio-inheritance -R --spew --check-config --factory --no-server-header --use-colors --enable-threads --master --die-on-term --http2'.split(
    ' ',
  ),
);

/** The servers among the commands, in their order. */
export function serverCommands(commands: readonly StartCommand[]): readonly ServerCommand[] {
  return commands.flatMap((command): ServerCommand[] => {
    const { words } = command;
    const first = words.findIndex((word) => word === undefined || !isWrapper(word));
    for (let i = Math.max(first, 0); i < words.length; i++) {
      const word = words[i];
      const name = word?.slice(word.lastIndexOf('/') + 1) ?? '';
      const isStart = i === first || words[i - 1] === '-m' || isWrapper(words[i - 1] ?? '') || words[i - 1] === '--';
      if (servers.has(name) && isStart) {
        return [{ name: name === 'waitress-serve' ? 'waitress' : name, arguments: words.slice(i + 1), command }];
      }
      const isManage =
        /(?:^|\/)(?:manage\.py|django-admin(?:\.py)?)$/.test(word ?? '') ||
        (word === 'django' && words[i - 1] === '-m');
      if (isManage && /^runserver(?:_plus)?$/.test(words[i + 1] ?? '')) {
        return [{ name: 'runserver', arguments: words.slice(i + 2), command }];
      }
    }
    return [];
  });
}

/** True for a word that only starts what follows it: `exec`, `tini`, `poetry run`, `python`, `NAME=value`. */
export function isWrapper(word: string): boolean {
  const name = word.slice(word.lastIndexOf('/') + 1);
  return (
    /^(?:exec|tini|dumb-init|env|uv|run|poetry|pipenv|nice|gosu|su-exec|opentelemetry-instrument|ddtrace-run|newrelic-admin|run-program|--|python[\d.]*)$/.test(
      name,
    ) || /^[A-Z_]\w*=/.test(word)
  );
}

/** The module that a server loads, without its attribute: `config.wsgi`; undefined when the command line names none. */
export function applicationModule(server: ServerCommand): string | undefined {
  if (server.name === 'runserver') return undefined;
  const named: string[] = [];
  const { arguments: words } = server;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    const module = /^(?:--(?:module|wsgi)=)?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?::[\w.]+(?:\(.*\))?)?$/.exec(word)?.[1];
    const isValue =
      i > 0 &&
      isValueOption(words[i - 1] ?? '') &&
      !['--module', '-w', '--wsgi'].includes(server.name === 'uwsgi' ? (words[i - 1] ?? '') : '');
    if (module !== undefined && !isValue && (module.includes('.') || word.includes(':'))) named.push(module);
  }
  return named.find((module) => /(?:^|\.)(?:wsgi|asgi)\w*$/.test(module)) ?? named.at(-1);
}

function isValueOption(word: string): boolean {
  return (
    word.startsWith('-') &&
    !word.includes('=') &&
    !word.includes(' ') &&
    !flags.has(word) &&
    !/^-[a-z]\S{2,}$/.test(word)
  );
}

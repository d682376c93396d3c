// Whether the known start commands of an image show that it is deployed, not only developed in.
// Must not read files or report: it names what a command starts. A program that is not known counts in the image alone.
// Look next at container-command.ts (where the commands come from) and questions.ts (who asks).
import type { ContainerCommand, StartCommand } from './container-command.ts';
import { isWrapper, serverCommands } from './server-command.ts';

type Kind = 'server' | 'worker' | 'development' | 'management' | 'preparation' | 'program' | 'neutral';

const otherServers = new Set(
  'nginx httpd apache2 apachectl apache2ctl apache2-foreground httpd-foreground caddy supervisord s6-svscan unitd circusd honcho mod_wsgi-express'.split(
    ' ',
  ),
);
const workers = new Set('celery rq rqworker huey_consumer huey_consumer.py dramatiq'.split(' '));
/** Interactive when nothing follows them. */
const interpreters = /^(?:(?:ba|da|a|z|k)?sh|i?python[\d.]*|ptpython|bpython)$/;
/** What scripts do on their way, what waits without work, and what tests or builds a front end. */
const steps = new Set(
  'set export echo printf cd sleep tail cat true false : [ [[ test exit return trap read local unset shift wait mkdir chown chmod ln cp mv rm touch ls nc ncat source . until while for case esac pip pip3 poetry uv pipenv pytest tox nox npm npx yarn pnpm jupyter coverage'.split(
    ' ',
  ),
);
const developmentCommands = /^(?:runserver(?:_plus)?|shell(?:_plus)?|dbshell|test|testserver)$/;
const preparations = new Set(
  'migrate makemigrations collectstatic compilemessages createsuperuser createcachetable loaddata flush check'.split(
    ' ',
  ),
);

/**
 * True when CMD and ENTRYPOINT start a production server, a worker or a management command, or, in an image that exposes a port, a program
 * that is not known; false for `runserver`, shells and tests alone, and when there is neither instruction.
 */
export function startsDeployment(
  { commands, cmd, entrypoint, hasUnreadScript }: ContainerCommand,
  exposesPort: boolean,
): boolean {
  if (cmd === undefined && entrypoint === undefined) return false;
  const kinds = kindsOf(commands, cmd !== undefined);
  if (kinds.some((kind) => kind === 'server' || kind === 'worker')) return true;
  if (kinds.includes('development')) return false;
  if (kinds.some((kind) => kind === 'management' || kind === 'preparation')) return true;
  return exposesPort && (hasUnreadScript || kinds.includes('program'));
}

/**
 * True when a service of a compose file starts a production server; also for workers and management commands, unless
 * another service starts `runserver`, as workers belong to a stack for development too.
 */
export function serviceStartsDeployment(services: readonly (readonly StartCommand[])[]): boolean {
  const kinds = services.flatMap((commands) => kindsOf(commands, true));
  if (kinds.includes('server')) return true;
  return !kinds.includes('development') && kinds.some((kind) => kind === 'worker' || kind === 'management');
}

const managePy = /^(?:.*\/)?(?:manage\.py|django-admin(?:\.py)?)$/;

function kindsOf(commands: readonly StartCommand[], hasCommand: boolean): readonly Kind[] {
  return commands.map((command, index) => {
    // `ENTRYPOINT ["python", "manage.py"]` is completed by CMD.
    const isCompletion = hasCommand && managePy.test(commands[index - 1]?.words.at(-1) ?? '');
    return isCompletion
      ? managementKind(command.words[0], false)
      : kindOf(command, index === commands.length - 1, hasCommand);
  });
}

function kindOf(command: StartCommand, isLast: boolean, hasCommand: boolean): Kind {
  const { words, script, isRead } = command;
  const [server] = serverCommands([command]);
  if (server !== undefined) return server.name === 'runserver' ? 'development' : 'server';
  // `sh -c` of ENTRYPOINT gets the whole line as one word.
  if (words.some((word) => word !== undefined && /(?:^|\s)runserver(?:_plus)?(?:\s|$)/.test(word)))
    return 'development';
  const names = words.map((word) => word?.slice(word.lastIndexOf('/') + 1));
  const first = names.findIndex((name) => name === undefined || !(isWrapper(name) || name.startsWith('-')));
  const starts = names.filter((_, i) => i === first || names[i - 1] === '-m' || names[i - 1] === '--');
  if (starts.some((name) => otherServers.has(name ?? ''))) return 'server';
  if (starts.some((name) => workers.has(name ?? ''))) return 'worker';
  const manage = names.findIndex((name) => name !== undefined && managePy.test(name));
  if (manage >= 0) return managementKind(names[manage + 1], manage === names.length - 1 && hasCommand);
  if (isRead) return 'neutral';
  // `exec "$@"` runs the CMD, which follows by itself.
  const isGiven = script !== undefined && hasCommand;
  if (first >= 0 && names[first] === undefined) return isGiven ? 'neutral' : 'program';
  return programKind(names, first, isLast);
}

function managementKind(name: string | undefined, isCompletedByCommand: boolean): Kind {
  if (isCompletedByCommand) return 'neutral';
  if (name === undefined) return 'management';
  if (developmentCommands.test(name)) return 'development';
  return preparations.has(name) ? 'preparation' : 'management';
}

function programKind(names: readonly (string | undefined)[], first: number, isLast: boolean): Kind {
  const name = names[first];
  // Only the last one stays in the foreground: before it stands an ENTRYPOINT that CMD completes.
  if (name === undefined) return isLast && interpreters.test(names.at(-1) ?? '') ? 'development' : 'neutral';
  if (names.some((one) => one === '-c') && names.some((one) => interpreters.test(one ?? ''))) return 'neutral';
  if (interpreters.test(name)) {
    const hasFile = names.slice(first + 1).some((one) => one === undefined || !one.startsWith('-'));
    return hasFile ? 'program' : isLast ? 'development' : 'neutral';
  }
  return steps.has(name) ? 'neutral' : 'program';
}

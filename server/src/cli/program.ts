// The command line: which commands and options there are, and which function each calls.
// Must not analyse, format or read a clock; main.ts brings rules, pages and the process, the *-command.ts files do the work.
// Look next at check-command.ts.
import { Command, CommanderError } from 'commander';
import type { AnyRule } from '../contract/rule.ts';
import { type CheckOptions, checkCommand } from './check-command.ts';
import { type ExitCode, exitCodes, UsageError } from './exit-code.ts';
import { explainCommand } from './explain-command.ts';
import { type FactsOptions, factsCommand } from './facts-command.ts';
import { rulesCommand } from './rules-command.ts';
import { type SettingsOptions, settingsCommand } from './settings-command.ts';
import type { Terminal } from './terminal.ts';

/** What `main.ts` brings to the commands. */
export interface Surroundings {
  readonly rules: readonly AnyRule[];
  readonly version: string;
  readonly readPages: () => Readonly<Record<string, string>>;
  readonly terminal: Terminal;
  /** Starts the language server, which goes on after the command has ended. */
  readonly startServer: () => void;
}

/** Runs one command line (without `node` and the script's name) and gives its exit code; never throws, never exits. */
export function runProgram(args: readonly string[], surroundings: Surroundings): ExitCode {
  const { terminal } = surroundings;
  let code: ExitCode = exitCodes.clean;
  const program = commandLine(surroundings, (result) => {
    code = result;
  });
  try {
    program.parse(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    if (error instanceof UsageError) {
      terminal.stderr(`${error.message}\n`);
      return exitCodes.usage;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.stderr(`Internal error, which is a fault of djpreflight: ${detail}\n`);
    return exitCodes.internal;
  }
}

const list = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  ...value.split(',').filter((part) => part !== ''),
];

function commandLine(
  { rules, version, readPages, terminal, startServer }: Surroundings,
  done: (code: ExitCode) => void,
): Command {
  const program = new Command('djpreflight')
    .description('Finds what will hurt a Django project in production, without running a line of it.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.stdout, writeErr: terminal.stderr })
    .showHelpAfterError('(`djpreflight --help` lists commands and options)');
  program
    .command('check')
    .description('analyse a project and report what is wrong')
    .argument('[path...]', 'folders or files; the whole project around a file is read, its findings alone are shown')
    .option('--format <format>', 'human or json', 'human')
    .option('--select <rules>', 'only these rules, rows (rule:row) or groups', list)
    .option('--ignore <rules>', 'not these rules, rows or groups', list)
    .option('--preset <preset>', 'recommended or strict')
    .option('--min-severity <severity>', 'show nothing below error, warning, info or hint')
    .option('--fail-on <severity>', 'exit with 1 from this severity on (default: warning)')
    .option('--fix', 'make the safe fixes')
    .option('--fix-suggestions', 'make the suggestions too; read what they did')
    .option('--diff', 'show what the fixes would change, and change nothing')
    .option('--config <file>', 'this configuration file instead of the nearest')
    .option('--exclude <patterns>', 'leave these paths out, as in .gitignore', list)
    .option('--django-version <version>', 'this Django, whatever the requirements say')
    .option('--quiet', 'print nothing when nothing is found')
    .option('--stats', 'print sizes and times to stderr')
    .option('--no-cache', 'accepted for scripts; nothing is cached between runs yet')
    .option('--exit-zero', 'exit with 0 even when there are findings')
    .action((paths: string[], options: CheckOptions) => done(checkCommand(paths, options, rules, version, terminal)));
  program
    .command('lsp')
    .description('run the language server for an editor')
    .requiredOption('--stdio', 'talk over standard input and output')
    .action(() => {
      startServer();
      done(exitCodes.clean);
    });
  program
    .command('explain')
    .description('show the page of a rule')
    .argument('<rule>', 'a rule id, as https/hsts-missing')
    .action((rule: string) => done(explainCommand(rule, rules, readPages, terminal)));
  program
    .command('rules')
    .description('list all rules')
    .option('--format <format>', 'human or json', 'human')
    .action((options: { format: string }) => done(rulesCommand(options, rules, terminal)));
  program
    .command('settings')
    .description('what each settings module comes to, where each setting is from, and the variables it reads')
    .argument('[path]', 'the folder of the project', '.')
    .option('--settings <module>', 'this module alone, as config.settings.production')
    .option('--environment <environment>', 'modules for production, development, test or unknown alone')
    .option('--all', "Django's defaults too")
    .option('--format <format>', 'human or json', 'human')
    .option('--config <file>', 'this configuration file instead of the nearest')
    .option('--exclude <patterns>', 'leave these paths out, as in .gitignore', list)
    .option('--django-version <version>', 'this Django, whatever the requirements say')
    .action((path: string, options: SettingsOptions) => done(settingsCommand(path, options, rules, terminal)));
  program
    .command('facts')
    .description('what is known about settings and images, finding or not')
    .argument('[path]', 'the folder of the project', '.')
    .option('--format <format>', 'json', 'json')
    .option('--config <file>', 'this configuration file instead of the nearest')
    .option('--exclude <patterns>', 'leave these paths out, as in .gitignore', list)
    .option('--django-version <version>', 'this Django, whatever the requirements say')
    .option('--today <date>', 'the day that ends of life are counted from, as 2026-11-25')
    .action((path: string, options: FactsOptions) => done(factsCommand(path, options, rules, terminal)));
  return program;
}

// The oracle of the evaluator: settings of many styles, run by real Djangos with nothing set and as in production, against what `facts`
// and `settings` say without running anything. What we cannot tell is listed below with its reason, and nothing else may be unknown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { runCli } from '../support/run-cli.ts';
import { declareMissingDjangos } from './not-proved.ts';
import { prepareDjangos, type ReadyDjango } from './prepare-djangos.ts';
import { checkDeploy, runManage } from './run-manage.ts';

interface Style {
  /** The folder below settings-styles. */
  readonly folder: string;
  readonly module: string;
  /** The class of django-configurations that is run. */
  readonly configuration?: string;
  /** What a deployment sets. */
  readonly variables: Readonly<Record<string, string>>;
  /** How many of Django's own texts of the module are compared at least; a floor against a comparison that became empty. */
  readonly compared: number;
  /** Checks that `facts` cannot tell, each with its reason. */
  readonly unknown?: Readonly<Record<string, string>>;
}

const strongKey = 'Kq7-vT2_xB9+mN4=wR8~cJ5^zL3!hF6*yD1:gS0%pA;eU,iO.'.repeat(2);

const styles: readonly Style[] = [
  {
    folder: 'cookiecutter',
    module: 'config.settings.production',
    variables: { DJANGO_SECRET_KEY: strongKey, DJANGO_ALLOWED_HOSTS: 'www.example.org' },
    compared: 23,
  },
  { folder: 'cookiecutter', module: 'config.settings.local', variables: {}, compared: 22 },
  { folder: 'cookiecutter', module: 'config.settings.test', variables: {}, compared: 19 },
  {
    folder: 'os-environ',
    module: 'shop.settings',
    variables: { SECRET_KEY: strongKey, ALLOWED_HOSTS: 'www.example.org', HSTS_PRELOAD: '1' },
    compared: 6,
  },
  {
    folder: 'decouple',
    module: 'shop.settings',
    variables: { SECRET_KEY: strongKey, ALLOWED_HOSTS: 'www.example.org', HSTS_SECONDS: '60', COOKIE_SECURE: 'yes' },
    compared: 6,
  },
  {
    folder: 'split-settings',
    module: 'server.settings',
    variables: { DJANGO_ENV: 'production', DJANGO_SECRET_KEY: strongKey, DOMAIN_NAME: 'www.example.org' },
    compared: 6,
  },
  {
    folder: 'many-modules',
    module: 'project.settings',
    variables: { SECRET_KEY: strongKey, HOSTS: 'www.example.org' },
    compared: 7,
  },
  { folder: 'try-local', module: 'shop.settings.production', variables: {}, compared: 8 },
  { folder: 'match', module: 'shop.settings', variables: { SECRET_KEY: strongKey }, compared: 6 },
  { folder: 'dict-driven', module: 'shop.settings', variables: {}, compared: 14 },
  { folder: 'lists', module: 'shop.settings', variables: {}, compared: 13 },
  {
    folder: 'environs',
    module: 'shop.settings',
    variables: { SECRET_KEY: strongKey, ALLOWED_HOSTS: 'www.example.org' },
    compared: 6,
  },
  {
    folder: 'configurations',
    module: 'shop.settings',
    configuration: 'Production',
    variables: { SECRET_KEY: strongKey, ALLOWED_HOSTS: 'www.example.org' },
    compared: 6,
  },
  {
    folder: 'configurations',
    module: 'shop.settings',
    configuration: 'Development',
    variables: { SECRET_KEY: strongKey },
    compared: 6,
  },
  { folder: 'helpers', module: 'shop.settings', variables: { SECRET_KEY: strongKey }, compared: 7 },
];

const factsSchema = z.looseObject({
  settings: z.array(
    z.looseObject({
      module: z.string(),
      checks: z.record(
        z.string(),
        z.union([z.enum(['fails', 'passes', 'unknown']), z.strictObject({ depends: z.array(z.string()).min(1) })]),
      ),
    }),
  ),
});

const settingsSchema = z.looseObject({
  modules: z.array(
    z.looseObject({
      module: z.string(),
      settings: z.array(z.looseObject({ name: z.string(), class: z.string(), value: z.json() })),
      variables: z.array(z.looseObject({ name: z.string(), required: z.boolean(), conditional: z.boolean() })),
    }),
  ),
});

const folderOf = (style: Style): string =>
  fileURLToPath(new URL(`./settings-styles/${style.folder}/`, import.meta.url));

function configurationOf({ configuration }: Style): Readonly<Record<string, string>> {
  return configuration === undefined ? {} : { DJANGO_CONFIGURATION: configuration };
}

/** The name of a style's module in our output. */
function moduleOf({ module, configuration }: Style): string {
  return configuration === undefined ? module : `${module}:${configuration}`;
}

/** What Django reports of a style; undefined when the settings cannot be imported with these variables. */
function reported(django: ReadyDjango, style: Style, variables: Style['variables']): ReadonlySet<string> | undefined {
  try {
    return new Set(checkDeploy(django, folderOf(style), style.module, { ...configurationOf(style), ...variables }));
  } catch (error) {
    const isImport = error instanceof Error && !error.message.includes('System check identified');
    if (isImport && Object.keys(variables).length === 0) return undefined;
    throw error;
  }
}

const djangos = await prepareDjangos();
declareMissingDjangos(djangos, 'settings of many styles');

for (const style of styles) {
  const module = moduleOf(style);
  const name = `${style.folder}: ${module}`;
  const facts = factsSchema.parse(JSON.parse(runCli(['facts', folderOf(style)]).stdout));
  const shown = settingsSchema.parse(JSON.parse(runCli(['settings', folderOf(style), '--format', 'json']).stdout));
  const checks = facts.settings.find((one) => one.module === module)?.checks ?? {};
  const effective = shown.modules.find((one) => one.module === module);

  test(`nothing but what is listed is unknown of ${name}`, () => {
    const unknown = Object.keys(checks).filter((id) => checks[id] === 'unknown');
    assert.ok(Object.keys(checks).length > 20, 'the module is no leaf');
    assert.deepEqual(unknown.sort(), Object.keys(style.unknown ?? {}).sort());
  });

  for (const django of djangos.ready) {
    test(`verdicts agree with Django ${django.version} on ${name}`, () => {
      const runs = [reported(django, style, {}), reported(django, style, style.variables)];
      const ends = runs.filter((one) => one !== undefined);
      assert.ok(ends.length > 0);
      for (const [id, verdict] of Object.entries(checks)) {
        const said = ends.map((ids) => ids.has(id));
        if (verdict === 'fails') assert.ok(!said.includes(false), `${id} fails, but Django is silent`);
        if (verdict === 'passes') assert.ok(!said.includes(true), `${id} passes, but Django reports it`);
      }
      const isMissed = effective?.variables.some((one) => one.required && !one.conditional) === true;
      assert.equal(runs[0] === undefined, isMissed, 'what a module needs to start is what it cannot start without');
    });
  }

  for (const django of djangos.ready.filter(({ series }) => series === '5.2')) {
    test(`values agree with Django ${django.version} on ${name}`, () => {
      const shell = ['shell', '--no-imports', '--command', 'import settings_dump; settings_dump.dump()'];
      const { status, output } = runManage(django, folderOf(style), style.module, shell, {
        ...configurationOf(style),
        ...style.variables,
      });
      assert.equal(status, 0, output);
      const truth = z.record(z.string(), z.json()).parse(JSON.parse(/^SETTINGS (.*)$/m.exec(output)?.[1] ?? ''));
      const constants = (effective?.settings ?? []).filter((one) => one.class === 'constant' && one.value !== null);
      assert.ok(constants.length >= style.compared, `${constants.length} settings are compared`);
      for (const { name: setting, value } of constants) assert.deepEqual(value, truth[setting], setting);
    });
  }
}

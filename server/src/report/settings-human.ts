import type { EffectiveSetting, EffectiveSettings, EffectiveVariable } from '../model/settings/effective-settings.ts';
import type { Location } from '../text/location.ts';
import type { Palette } from './human.ts';
import { printable } from './printable.ts';
import { defaultInPython, inPython } from './python-notation.ts';
import type { SettingsReportInput } from './settings-json.ts';

/** Groups in the order of the report, each with the names that belong there; the first that fits takes a setting. */
const groups: readonly (readonly [title: string, names: RegExp])[] = [
  [
    'Core',
    /^(DEBUG|DEBUG_\w+|SECRET_KEY\w*|ALLOWED_HOSTS|INTERNAL_IPS|ROOT_URLCONF|[AW]SGI_APPLICATION|SITE_ID|APPEND_SLASH|PREPEND_WWW)$/,
  ],
  [
    'HTTPS, cookies and headers',
    /^(SECURE_|CSRF_|SESSION_COOKIE_|X_FRAME_OPTIONS$|USE_X_FORWARDED_|CORS_|CSP_|CONTENT_SECURITY_)/,
  ],
  [
    'Apps, middleware and templates',
    /^(INSTALLED_APPS|MIDDLEWARE|TEMPLATES|FORM_RENDERER|DEFAULT_AUTO_FIELD|MIGRATION_MODULES)$|_APPS$/,
  ],
  ['Database and cache', /^(DATABASE|CACHE|CONN_)/],
  ['Sessions and login', /^(SESSION_|AUTH|LOGIN_|LOGOUT_|PASSWORD_)/],
  ['Files', /^(STATIC|MEDIA_|STORAGES$|DEFAULT_FILE_STORAGE$|FILE_|DATA_UPLOAD_)/],
  ['Mail', /^(EMAIL_|DEFAULT_FROM_EMAIL$|SERVER_EMAIL$|ADMINS$|MANAGERS$)/],
  [
    'Language and time',
    /^(LANGUAGE|LOCALE_|TIME_ZONE$|USE_(TZ|I18N|L10N|THOUSAND_SEPARATOR)$|(DATE|TIME|DATETIME|SHORT_|MONTH_|YEAR_|DECIMAL_|THOUSAND_|NUMBER_|FIRST_DAY|FORMAT_)\w*$)/,
  ],
  ['Logging', /^LOG(GING|_|$)/],
  ['Other settings', /^/],
];
const widestName = 36;
const widestValue = 64;

/** The settings of each module for a person: aligned, in groups, with the place where each was set, then the variables. */
export function settingsReport(input: SettingsReportInput, colours: Palette): string {
  return `${input.modules.map((one) => moduleLines(one, input, colours).join('\n')).join('\n\n')}\n`;
}

function moduleLines(one: EffectiveSettings, input: SettingsReportInput, colours: Palette): readonly string[] {
  const django = one.django === undefined ? '' : `, Django ${printable(one.django)}`;
  const place = (at: Location): string => {
    const line = input.lines(at.file)?.position(at.span.start).line;
    return line === undefined ? printable(at.file) : `${printable(at.file)}:${line + 1}`;
  };
  const lines = [
    `${colours.underline(printable(one.module))}  ${colours.bold(one.environment)}  ${colours.dim(`${printable(one.file)}${django}`)}`,
  ];
  if (!one.complete)
    lines.push(
      colours.yellow('Code that cannot be seen may change settings: those marked with ? and such as are not here.'),
    );
  const left = new Set(one.settings);
  const width = Math.min(widestName, Math.max(0, ...one.settings.map(({ name }) => name.length)));
  for (const [title, names] of groups) {
    const members = [...left].filter(({ name }) => names.test(name));
    if (members.length === 0) continue;
    lines.push('', colours.bold(title));
    for (const setting of members) {
      left.delete(setting);
      lines.push(settingLine(setting, width, place, colours));
    }
  }
  return [...lines, ...variableLines(one.variables, place, colours)];
}

function settingLine(
  setting: EffectiveSetting,
  width: number,
  place: (at: Location) => string,
  colours: Palette,
): string {
  const { name, value, byDefault, at, overridable } = setting;
  const text = value === undefined ? defaultInPython(byDefault ?? null) : inPython(value);
  const origin = at === undefined ? "Django's default" : place(at);
  return row(`${printable(name)}${overridable ? '?' : ''}`, width + 1, text, origin, colours);
}

function variableLines(
  variables: readonly EffectiveVariable[],
  place: (at: Location) => string,
  colours: Palette,
): readonly string[] {
  if (variables.length === 0) return [];
  const width = Math.min(widestName, Math.max(...variables.map(({ name }) => name.length)));
  return [
    '',
    colours.bold('Environment variables'),
    ...variables.map((one) => {
      const [first] = one.at;
      return row(printable(one.name), width + 1, needOf(one), first === undefined ? '' : place(first), colours);
    }),
  ];
}

function needOf({ required, conditional, fallback }: EffectiveVariable): string {
  if (required) return conditional ? 'required on some paths' : 'required';
  const isNone = fallback?.kind === 'constant' && fallback.value === null;
  return fallback === undefined || isNone ? 'optional' : `default ${inPython(fallback)}`;
}

function row(name: string, width: number, text: string, origin: string, colours: Palette): string {
  const shown = text.length > widestValue ? `${text.slice(0, widestValue - 1)}…` : text;
  return `  ${name.padEnd(width)}  ${colours.cyan(shown.padEnd(widestValue))}  ${colours.dim(origin)}`.trimEnd();
}

import { defineRule } from '../../../server/src/contract/rule.ts';
import { secretKeyFix, variableWord } from '../../../server/src/contract/setting-fix.ts';
import { effective, readerAt } from '../../../server/src/model/settings/questions.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

const why =
  'Every worker and every restart has a key of its own, so sessions, messages and password reset links made by one are refused by the next.';

const generators = /(^|\.)(get_random_secret_key|get_random_string|token_(hex|bytes|urlsafe)|uuid[14]|urandom)$/;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/secret-key-ephemeral',
    since: '0.1.0',
    status: 'stable',
    title: 'SECRET_KEY is generated at import',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#secret-key'],
    messages: {
      always: {
        what: '`SECRET_KEY` of {modules} is made anew by `{generator}()` each time the module is loaded.',
        why,
        help: "Make a key once and read it from the environment, as `os.environ['DJANGO_SECRET_KEY']`.",
      },
      unset: {
        what: '`SECRET_KEY` of {modules} is made anew by `{generator}()` while {variable} is unset.',
        why,
        help: 'Require the variable instead, so that a missing one stops the start.',
      },
    },
  },
  check(leaf, ctx) {
    const key = effective(leaf, 'SECRET_KEY');
    if (key === undefined || key.overridable) return;
    const read = key.value.kind === 'environment' ? key.value : undefined;
    const made = read === undefined ? key.value : read.fallback;
    if (made?.kind !== 'call' || made.callee === undefined || !generators.test(made.callee)) return;
    const generator = lastPart(made.callee);
    const { at } = made;
    const fixes = () => [secretKeyFix(ctx.edit, readerAt(leaf, at), at, read)];
    if (read === undefined)
      ctx.report({
        at,
        message: 'always',
        data: { generator },
        fixes,
      });
    else
      ctx.report({
        at,
        message: 'unset',
        // Whoever sets the variable has one key for all workers.
        severity: 'warning',
        data: { generator, variable: variableWord(read) },
        fixes,
      });
  },
});

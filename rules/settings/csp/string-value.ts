import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCspFour, runsCspLibrary } from '../../../server/src/model/deployment/questions.ts';
import { directiveSettings, finalConstant } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/string-value',
    since: '0.1.0',
    status: 'stable',
    title: 'CSP setting is a string where a list belongs',
    severity: { production: 'warning', unknown: 'warning', development: 'warning' },
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [],
    references: [
      'https://django-csp.readthedocs.io/en/3.8/configuration.html',
      'https://django-csp.readthedocs.io/en/latest/configuration.html',
    ],
    messages: {
      nonce: {
        what: '`CSP_INCLUDE_NONCE_IN` is the string `{value}`.',
        why: 'django-csp goes through its characters: the nonce lands in directives named after single letters, and scripts with it are blocked.',
        help: 'Write a list with one name.',
      },
      directive: {
        what: '`{setting}` is a string: brackets around one text make no tuple.',
        why: 'django-csp 3 takes it for one source, so it works until somebody adds another one with `+=`, which raises `TypeError` or runs the two texts together.',
        help: 'Write the comma that makes it a tuple.',
      },
    },
  },
  check(leaf, ctx) {
    if (runsCspLibrary(leaf) === false || isCspFour(ctx.project, leaf) !== false) return;
    const nonce = finalConstant(leaf, 'CSP_INCLUDE_NONCE_IN');
    if (typeof nonce?.value === 'string' && nonce.value !== '') {
      const { at, value } = nonce;
      const fixes = () => {
        const edits = ctx.edit.settings.rewriteAsList(at);
        return [edits && ({ title: 'Write a list', applicability: 'safe', edits, create: [] } as const)];
      };
      ctx.report({ at, message: 'nonce', data: { value }, fixes });
    }
    for (const setting of directiveSettings) {
      const text = finalConstant(leaf, setting);
      // A plain string was meant as one, and the library takes it.
      if (typeof text?.value !== 'string' || !isInBrackets(ctx.project.sources.text(text.at.file), text.at.span))
        continue;
      const { at } = text;
      const fixes = () => {
        const edits = ctx.edit.settings.addTupleComma(at);
        return [edits && ({ title: 'Make it a tuple', applicability: 'safe', edits, create: [] } as const)];
      };
      ctx.report({ at, message: 'directive', data: { setting }, severity: 'hint', fixes });
    }
  },
});

function isInBrackets(
  text: string | undefined,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return text?.slice(0, start).trimEnd().endsWith('(') === true && text.slice(end).trimStart().startsWith(')');
}

import { defineRule } from '../../../server/src/contract/rule.ts';

export default defineRule({
  target: 'envFile',
  meta: {
    id: 'secrets/env-file-tracked',
    since: '0.1.0',
    status: 'stable',
    title: 'A .env file with values is not ignored by git',
    severity: 'warning',
    // What git tracks is not asked; that it ignores other files here and not this one is what is known.
    confidence: 'medium',
    fix: 'suggestion',
    sources: [],
    cwe: [538, 798],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      'https://git-scm.com/docs/gitignore',
    ],
    messages: {
      tracked: {
        what: '`{file}` gives {keys} a value, and no `.gitignore` covers it.',
        why: 'Once the file is in the history it stays there, and whoever has a clone has the values.',
        help: 'Add the file to `.gitignore`, take it out of the repository with `git rm --cached`, and replace the values.',
      },
    },
  },
  check(envFile, ctx) {
    const { secrets, ignoreFile, file } = envFile;
    const [first] = secrets;
    if (first === undefined || ignoreFile === undefined) return;
    const names = secrets.slice(0, 3).map(({ name }) => `\`${name}\``);
    const more = secrets.length > 3 ? [`${secrets.length - 3} more`] : [];
    const listed = [...names, ...more];
    const keys = listed.length === 1 ? listed.join('') : `${listed.slice(0, -1).join(', ')} and ${listed.at(-1) ?? ''}`;
    const fileName = file.slice(file.lastIndexOf('/') + 1);
    ctx.report({
      at: first.at,
      message: 'tracked',
      data: { file: fileName, keys },
      fixes: () => {
        const edits = ctx.edit.settings.ignoreInGit(ignoreFile, file);
        return [
          edits && { title: 'Add the file to `.gitignore`', applicability: 'suggestion' as const, edits, create: [] },
        ];
      },
    });
  },
});

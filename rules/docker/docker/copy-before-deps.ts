import { defineRule } from '../../../server/src/contract/rule.ts';
import { lateInstall } from '../../../server/src/model/docker/questions.ts';

export default defineRule({
  target: 'dockerfile',
  meta: {
    id: 'docker/copy-before-deps',
    since: '0.1.0',
    status: 'stable',
    title: 'Source copied before dependencies are installed',
    severity: 'warning',
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: ['https://docs.docker.com/build/cache/optimize/#order-your-layers'],
    messages: {
      late: {
        what: '`{copy}` copies the source before `{command}` installs the dependencies.',
        why: 'A change of any source file drops the cached layer of the install, so every build downloads and installs all packages again.',
        help: 'Copy only `{files}` before the install, and the source after it.',
      },
    },
  },
  check(image, ctx) {
    // Who builds an image to develop in waits too, but not in every release.
    const doubt = image.isDeployed ? {} : ({ severity: 'info', confidence: 'medium' } as const);
    for (const stage of image.stages) {
      const late = stage.inTarget ? lateInstall(stage) : undefined;
      if (late === undefined) continue;
      const { copy, install, together } = late;
      const present = together.flatMap(({ files }) => files).filter(({ lookup }) => lookup.state === 'present');
      const files = new Set(present.map(({ path }) => path));
      // A file that includes others needs them too; where they lie is in the context's own words.
      for (const { included } of present) for (const file of included.slice(1)) files.add(file);
      const words = [...copy.sources.map(({ word }) => word.text), copy.destination.text];
      ctx.report({
        at: late.at,
        message: 'late',
        ...doubt,
        data: {
          copy: [copy.instruction.keyword, ...words].join(' '),
          command: install.name,
          files: [...files].join('`, `'),
        },
        related: [{ file: stage.file, span: install.span, label: 'the install' }],
        fixes: () => {
          const edits = ctx.edit.docker.copyRequirementsFirst(stage, late);
          if (edits === undefined) return [];
          return [{ title: 'Copy dependency files first', applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});

import type { Fix } from '../../../server/src/contract/finding.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import { type UncopiedInclude, uncopiedIncludes } from '../../../server/src/model/docker/questions.ts';
import { baseName } from '../../../server/src/text/file-id.ts';
import type { FileEdit, RelatedPlace } from '../../../server/src/text/location.ts';

export default defineRule({
  target: 'stage',
  meta: {
    id: 'docker/requirements-include-not-copied',
    since: '0.1.0',
    status: 'stable',
    title: 'Included requirements file is not copied',
    severity: 'error',
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: [
      'https://pip.pypa.io/en/stable/reference/requirements-file-format/#referring-to-other-requirements-files',
    ],
    messages: {
      missing: {
        what: '`{file}` includes `{include}`, which is not copied before `{command}`.',
        why: 'The build stops here: pip looks for `{path}` in the image, and no such file is there.',
        help: 'Copy `{missing}` too, so that it lies where `{file}` names it.',
      },
      ignored: {
        what: '`{file}` includes `{include}`, which the ignore file keeps out of the build.',
        why: 'The build stops at `{command}`: pip looks for `{path}` in the image, and no such file is there.',
        help: 'Let the ignore file pass `{missing}`, and copy it.',
      },
    },
  },
  check(stage, ctx) {
    for (const include of uncopiedIncludes(stage)) {
      const { install, file, first } = include;
      ctx.report({
        at: { file: stage.file, span: file.span },
        message: first.isIgnored ? 'ignored' : 'missing',
        data: {
          file: baseName(first.at.file),
          include: first.written,
          command: install.name,
          path: first.imagePath,
          missing: first.file,
        },
        related: relatedPlaces(include),
        fixes: () => [
          fix('Copy the folder of requirements files', ctx.edit.docker.copyRequirementFolder(stage, include)),
          fix('Copy the included files too', ctx.edit.docker.copyIncludedFiles(stage, include)),
        ],
      });
    }
  },
});

function fix(title: string, edits: readonly FileEdit[] | undefined): Fix | undefined {
  return edits === undefined ? undefined : { title, applicability: 'suggestion', edits, create: [] };
}

function relatedPlaces({ install, file, copy }: UncopiedInclude): readonly RelatedPlace[] {
  const places = file.missing.map(({ at, file: missing }) => ({ ...at, label: `includes ${missing}` }));
  if (copy === undefined) return places;
  const { instruction } = copy;
  return [...places, { file: install.file, span: instruction.span, label: 'copies one file of them' }];
}

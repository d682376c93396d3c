import { defineRule } from '../../../server/src/contract/rule.ts';
import { contextCopy } from '../../../server/src/model/docker/questions.ts';

export default defineRule({
  target: 'dockerfile',
  meta: {
    id: 'docker/missing-dockerignore',
    since: '0.1.0',
    status: 'stable',
    title: 'Whole build context copied without .dockerignore',
    severity: 'warning',
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [538],
    references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
    messages: {
      missing: {
        what: '`{keyword} {source}` takes everything in {folder}, and no `.dockerignore` leaves anything out.',
        why: 'Everything that lies there at build time goes into the image, such as `.env` files, local databases and uploads. Whoever pulls the image reads them, and every change of them rebuilds the layers below.',
        help: 'Add a `.dockerignore` that lists what the image does not need.',
      },
      builder: {
        what: '`{keyword} {source}` takes everything in {folder}, and no `.dockerignore` leaves anything out.',
        why: 'Everything that lies there at build time is sent to this build stage, `.env` files and uploads too, and every change of them runs the rest of the stage again.',
        help: 'Add a `.dockerignore` that lists what the build does not need.',
      },
    },
  },
  check(image, ctx) {
    const copied = contextCopy(image);
    if (copied === undefined || image.ignoreFile !== undefined) return;
    const { folder, origin } = image.context;
    const name = origin === 'folder' ? 'the build context' : folder === '' ? 'the project folder' : `\`${folder}\``;
    // An image that nothing shows to be deployed stays on a developer's machine, as far as anybody can tell.
    const unproven = image.isDeployed ? {} : { severity: 'info' as const, confidence: 'medium' as const };
    ctx.report({
      at: copied.at,
      message: copied.isDeployed ? 'missing' : 'builder',
      ...(copied.isDeployed ? {} : { severity: 'info' as const }),
      ...unproven,
      data: {
        keyword: copied.copy.instruction.keyword,
        source: copied.source.word.text,
        folder: name,
      },
      fixes: () => {
        const file = ctx.edit.docker.newIgnoreFile(image);
        if (file === undefined) return [];
        return [{ title: 'Create .dockerignore', applicability: 'suggestion', edits: [], create: [file] }];
      },
    });
  },
});

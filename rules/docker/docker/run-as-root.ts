import { defineRule } from '../../../server/src/contract/rule.ts';
import { rootUser } from '../../../server/src/model/docker/questions.ts';

const why =
  'Code that an attacker gets to run in the container may write everywhere in it, and a flaw of the kernel or a mounted socket then gives root on the host.';
const help = 'Add `USER` with a user that is not root before the start command.';

export default defineRule({
  target: 'dockerfile',
  meta: {
    id: 'docker/run-as-root',
    since: '0.1.0',
    status: 'stable',
    title: 'Container runs as root',
    severity: 'warning',
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'hadolint', rule: 'DL3002', relation: 'related' },
      { tool: 'trivy', rule: 'DS-0002', relation: 'same' },
      { tool: 'checkov', rule: 'CKV_DOCKER_3', relation: 'same' },
      { tool: 'checkov', rule: 'CKV_DOCKER_8', relation: 'related' },
    ],
    cwe: [250],
    references: ['https://docs.docker.com/build/building/best-practices/#user'],
    messages: {
      stated: { what: 'The last `USER` of the image is `{user}`.', why, help },
      inherited: { what: 'The image sets no `USER`, so it runs as root like its base image `{image}`.', why, help },
      unknown: {
        what: 'The image sets no `USER`, so it runs as its base image `{image}` does, whose user is not known here.',
        why,
        help,
      },
      kept: {
        what: 'The container runs as root: `{script}` needs it for `{command}` and never gives it up.',
        why,
        help: 'Start the server there through `setpriv` or `gosu`, as a user that is not root.',
      },
    },
  },
  check(image, ctx) {
    const root = rootUser(image);
    if (root === undefined) return;
    const fixes = () => {
      const edits = ctx.edit.docker.setUser(image);
      if (edits === undefined) return [];
      return [{ title: 'Run as a user that is not root', applicability: 'suggestion' as const, edits, create: [] }];
    };
    const doubt = root.isCertain ? {} : ({ severity: 'info', confidence: root.mayBeOther ? 'low' : 'medium' } as const);
    if (root.rootWork !== undefined) {
      ctx.report({ at: root.at, message: 'kept', data: root.rootWork, ...doubt });
    } else if (root.kind === 'stated') {
      ctx.report({ at: root.at, message: 'stated', data: { user: root.name }, ...doubt, fixes });
    } else if (image.target.base?.user === 'root') {
      ctx.report({ at: root.at, message: 'inherited', data: { image: root.name }, ...doubt, fixes });
    } else {
      ctx.report({ at: root.at, message: 'unknown', data: { image: root.name }, ...doubt, fixes });
    }
  },
});

import type { DockerCopy } from './copy-instruction.ts';
import type { DockerStage } from './docker-image.ts';

/** The copies of a stage and of those it is built on, the nearest stage first. */
export function stageCopies(stage: DockerStage): readonly DockerCopy[] {
  const copies: DockerCopy[] = [];
  for (let one: DockerStage | undefined = stage; one !== undefined; one = one.parent) copies.push(...one.copies);
  return copies;
}

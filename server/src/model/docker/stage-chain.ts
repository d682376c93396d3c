import type { DockerCopy } from './copy-instruction.ts';
import type { DockerStage } from './docker-image.ts';

/** The stage and those it is built on, the nearest first. */
export function stageChain(stage: DockerStage): readonly DockerStage[] {
  const chain: DockerStage[] = [];
  for (let one: DockerStage | undefined = stage; one !== undefined; one = one.parent) chain.push(one);
  return chain;
}

/** The copies of a stage and of those it is built on, the nearest stage first. */
export function stageCopies(stage: DockerStage): readonly DockerCopy[] {
  return stageChain(stage).flatMap(({ copies }) => copies);
}

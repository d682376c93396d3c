import type { ParsedRequirement } from '../../syntax/requirements/parse-requirement.ts';
import { parseRequirements } from '../../syntax/requirements/parse-requirements.ts';
import type { Requirement } from '../../syntax/requirements/requirements-file.ts';
import { baseName, type FileId } from '../../text/file-id.ts';
import { Declarations, type DependencyFile, isDevelopmentName } from './declaration.ts';

/** Reads a requirements or constraints file; the name of the file says whether it is for production. */
export function readRequirements(file: FileId, text: string): DependencyFile {
  const found = new Declarations(file);
  const parsed = parseRequirements(text);
  const stem = baseName(file).replace(/\.[^.]*$/, '');
  for (const one of parsed.requirements) addRequirement(found, one, isDevelopmentName(stem));
  for (const one of parsed.includes) {
    found.includes.push({ path: one.path, isConstraint: one.kind === 'constraint' });
  }
  // `-e .` is the project itself, whose own files are read.
  const opaque = parsed.unnamed.some((one) => !/^\.(?:\/)?(?:\[|$)/.test(one.url));
  found.isComplete = parsed.errors.length === 0 && !opaque;
  return found.as(/constraint/i.test(stem) ? 'constraints' : 'requirements');
}

/** Adds a requirement whose spans are those of its file. */
function addRequirement(found: Declarations, one: Requirement, development: boolean): void {
  const { name, specifier, marker, span } = one;
  found.add(
    { name, specifier, written: specifier, conditional: marker !== undefined, development },
    span.start,
    span.end,
  );
}

/** Adds what one string of a dependency list says, at a place that its file gives. */
export function addParsed(
  found: Declarations,
  parsed: ParsedRequirement,
  place: { readonly start: number; readonly end: number },
  development: boolean,
): void {
  if (parsed.kind === 'named') addRequirement(found, { ...parsed.requirement, span: place }, development);
  else found.isComplete = false;
}

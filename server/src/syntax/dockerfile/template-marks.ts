/**
 * True when the file is a template of another tool and no Dockerfile yet: it holds a Jinja, Django or Go template tag
 * outside comments. `{{.Names}}` inside quotes of a RUN line is an argument of a command and does not count.
 */
export function isTemplated(text: string): boolean {
  for (const line of text.split(/\r\n|\n|\r/)) {
    const trimmed = line.trimStart();
    if (trimmed.startsWith('#') || !(trimmed.includes('{{') || trimmed.includes('{%'))) continue;
    if (trimmed.startsWith('{%') || trimmed.startsWith('{{')) return true;
    if (/^(?:FROM|COPY|ADD|WORKDIR|USER|EXPOSE|ENV|ARG|LABEL)\s.*\{[{%]/i.test(trimmed)) return true;
    if (/\{%-?\s*(?:if|for|else|elif|endif|endfor|include|block|set)\b/.test(trimmed)) return true;
    if (/\{\{-?\s*(?:cookiecutter|copier|project_name)\b/.test(trimmed)) return true;
  }
  return false;
}

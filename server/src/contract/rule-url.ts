/** The page of a rule, by its area and id; never built anywhere else, so that it cannot drift. */
export function ruleUrl(area: string, rule: string): string {
  return `https://github.com/django-preflight/djpreflight/blob/main/rules/${area}/${rule}.md`;
}

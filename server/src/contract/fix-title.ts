/** Most characters of a fix's title: what menus of editors show of one. */
const longest = 60;

/** A fix's title, or a shorter one that always fits in its place. */
export function fixTitle(title: string, shorter: string): string {
  return title.length <= longest ? title : shorter;
}

const setOf = (names: string) => new Set(names.split(' '));

/** Tags that need no end tag, or have none: leaving it out does not make a page deep. */
const UNCLOSED = setOf(
  'area base br col dd dt embed hr img input li link meta optgroup option p param source td tbody tfoot th thead tr track wbr',
);
/** Tags past which the end tag of an element of no special kind does not reach (HTML, 13.2.4.2). */
const SPECIAL = setOf(
  'address applet article aside blockquote body button caption center details dir div dl fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe main marquee menu nav noscript object ol pre search section select summary table template title ul svg math',
);
/** Tags past which no end tag reaches. */
const SCOPE = setOf('applet caption html marquee object table template svg math');
/** A browser opens these anew in every element until their own end tags come. */
const FORMATTING = setOf('a b big code em font i nobr s small strike strong tt u');
/** What stands in these is no markup, and where each ends. */
const RAW: Readonly<Record<string, RegExp>> = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  textarea: /<\/textarea/gi,
};
const COMMENT_END = /--!?>/g;
const TAG = /<(?:!--|(?<end>\/?)(?<name>[a-z][^\s/>]*))/gi;

/**
 * How deep the tags of some HTML are nested, as far as can be told before it is parsed: no deeper than
 * it says. It stops looking once it is past `most`. Parsing takes time that grows with the square of the
 * depth, so that a small file can take hours.
 */
export function tagDepth(html: string, most: number): number {
  const open = new OpenTags();
  let deepest = 0;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(html); found && deepest <= most; found = TAG.exec(html)) {
    const name = found.groups?.name?.toLowerCase();
    if (name === undefined) TAG.lastIndex = endOf(html, COMMENT_END, found.index + 2);
    else if (found.groups?.end === '/') open.close(name);
    else if (!UNCLOSED.has(name)) {
      open.add(name);
      deepest = Math.max(deepest, open.depth);
      const end = open.areForeign ? undefined : RAW[name];
      if (end) TAG.lastIndex = endOf(html, end, TAG.lastIndex);
    }
  }
  return deepest;
}

/** Where something that ends a stretch of the source stands; the end of it where nothing does. */
function endOf(html: string, end: RegExp, from: number): number {
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** The tags that are open at a place in the source. */
class OpenTags {
  private readonly names: string[] = [];
  private readonly formatting = new Map<string, number>();
  private formats = 0;

  get depth(): number {
    return this.names.length + this.formats;
  }

  /** Whether what follows is no HTML but a drawing or a formula. */
  get areForeign(): boolean {
    return this.names.includes('svg') || this.names.includes('math');
  }

  add(name: string): void {
    if (FORMATTING.has(name)) this.format(name, 1);
    else this.names.push(name);
  }

  /** An end tag ends what was left open in its element; where a browser may pass over it, it ends nothing. */
  close(name: string): void {
    if (FORMATTING.has(name) && this.formatting.get(name)) this.format(name, -1);
    else this.closeAll(name);
  }

  private closeAll(name: string): void {
    const limits = SPECIAL.has(name) ? SCOPE : SPECIAL;
    for (let at = this.names.length - 1; at >= 0; at--) {
      const one = this.names[at] ?? '';
      if (one === name) this.names.length = at;
      if (one === name || limits.has(one)) return;
    }
  }

  private format(name: string, change: number): void {
    this.formatting.set(name, (this.formatting.get(name) ?? 0) + change);
    this.formats += change;
  }
}

/** The same of a document: the most elements that are around one. */
export function elementDepth(root: Element): number {
  let [depth, deepest] = [0, 0];
  for (let at: Element | null = root; at; ) {
    if (at.firstElementChild) {
      at = at.firstElementChild;
      deepest = Math.max(deepest, ++depth);
      continue;
    }
    while (at && at !== root && !at.nextElementSibling) {
      at = at.parentElement;
      depth--;
    }
    at = at === root ? null : (at?.nextElementSibling ?? null);
  }
  return deepest;
}

const HYPHEN = /[-\u2010]$/;
const LONGEST_WORD = 60;
/** What stands before a hyphen in words that are always written with one. */
const PREFIX =
  /^(?:self|non|anti|ex|co|cross|all|half|well|ill|quasi|semi|post|pre|counter|multi|mid|vice)$/i;

/** Joins lines of a paragraph; words that were parted at a line end become whole again. */
export class Joiner {
  private readonly lines: readonly string[];
  private known: KnownWords | null = null;

  /** `lines` are those of the whole text: a word that stands whole in one of them is known by it. */
  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  join(before: string, line: string): string {
    if (before === '') return line;
    if (isUnspaced(before.at(-1)) && isUnspaced(line[0])) return before + line;
    if (!HYPHEN.test(before.slice(-1))) return `${before} ${line}`;
    const head = /[\p{L}\p{M}\p{N}]+[-\u2010]$/u.exec(before.slice(-LONGEST_WORD))?.[0];
    const tail = /^[\p{L}\p{M}\p{N}]+/u.exec(line)?.[0];
    if (head === undefined || tail === undefined) return `${before} ${line}`;
    return this.isParted(head.slice(0, -1), tail, head)
      ? before.replace(HYPHEN, '') + line
      : before + line;
  }

  /** Whether the hyphen between the halves was put there by the line end alone. */
  private isParted(head: string, tail: string, whole: string): boolean {
    // Nobody needs them where no word was parted.
    this.known ??= knownWords(this.lines);
    const { words, isOwnSign } = this.known;
    if (isOwnSign && whole.endsWith('\u2010')) return true;
    const [first, second] = [head.toLowerCase(), tail.toLowerCase()];
    if (words.has(`${first}${second}`)) return true;
    if (words.has(`${first}-${second}`)) return false;
    // 'Anglo-Saxon', '2019-2020'; but a text in capitals parts its words as any other.
    const isUpper = tail !== second && head !== head.toUpperCase();
    if (isUpper || /\p{N}/u.test(head + tail) || PREFIX.test(head)) return false;
    return !(words.has(first) && words.has(second) && first.length > 3 && second.length > 3);
  }
}

interface KnownWords {
  words: ReadonlySet<string>;
  /** Whether the sign U+2010 stands at the ends of lines alone: then a program put it there. */
  isOwnSign: boolean;
}

function knownWords(lines: readonly string[]): KnownWords {
  const words = new Set<string>();
  let isOwnSign = true;
  for (const line of lines) {
    if (/\p{L}\u2010\p{L}/u.test(line)) isOwnSign = false;
    // The last word of a line may be half of one, and so may the first.
    const inside = line
      .toLowerCase()
      .match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)
      ?.slice(1, -1);
    for (const word of inside ?? []) words.add(word);
  }
  return { words, isOwnSign };
}

/** Scripts in which no space stands between words. */
const isUnspaced = (character = '') =>
  /[\u3000-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/.test(character);

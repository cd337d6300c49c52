/** What a web page puts around a text, known by its wording. */
export interface FurnitureRule {
  /** The reason that people are told. */
  reason: string;
  pattern: RegExp;
  /** More words than this and it is somebody's sentence. */
  most: number;
  /** Whether it is so certain that it counts between two paragraphs of the text as well. */
  sure?: boolean;
}

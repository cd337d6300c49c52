import type { Selector } from './annotation.ts';

/** A suggestion that a coder does not want: it does not come again. */
export interface Rejection {
  /** `urn:uuid:…` */
  id: string;
  /** The transcript's id. */
  text: string;
  /** The theme's id. */
  theme: string;
  selector: Selector;
  /** Of the text that the selector was made for, in hexadecimal. */
  sha256: string;
  /** UTC, ISO 8601. */
  created: string;
}

/** What a rejection would say, before somebody decides. */
export type Rejectable = Omit<Rejection, 'id' | 'created'>;

/** A rejection before and after a change; `before` null: it is new; `after` null: it goes. */
export interface RejectionEdit {
  before: Rejection | null;
  after: Rejection | null;
}

import { resolve } from 'node:path';
import { shortId } from '../model/annotation.ts';
import { visibleLine } from '../model/visible.ts';
import { type VerifiedQuotation, verifyDigest } from '../project/verify.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

/** `verify FILE`: whether every quotation of a digest is as in the texts. Status 1 if one is not. */
export async function verify(session: Session, file: string): Promise<number> {
  const project = await session.project();
  const path = resolve(session.world.here, file);
  const quotations = await session.counting('quotations', onProgress =>
    verifyDigest(project, path, onProgress),
  );
  const failed = quotations.filter(({ status }) => status !== 'verified');
  const ok = failed.length === 0;
  if (session.options.json) await session.printJson({ ok, quotations });
  else await session.print(quotations.filter(({ how }) => how !== '').map(line));
  await session.say(
    ok
      ? goodWords(quotations.length)
      : `${counted(failed.length, 'quotation')} of ${quotations.length} not as in the texts`,
  );
  return ok ? 0 : 1;
}

function goodWords(count: number): string {
  if (count === 0) return 'There is no quotation in it';
  return count === 1
    ? 'Its only quotation is as in the texts'
    : `All ${counted(count, 'quotation')} are as in the texts`;
}

const LONGEST = 60;

function line({ id, text, paragraph, status, how, quote }: VerifiedQuotation): string {
  const place = paragraph === null ? '' : ` ¶ ${paragraph}`;
  const words = Array.from(quote.replace(/\s+/g, ' ').trim());
  const shown = words.length > LONGEST ? `${words.slice(0, LONGEST).join('')}…` : words.join('');
  const name = id === null ? '' : ` ${shortId(id).slice(0, 8)}`;
  return visibleLine(`${status}  ${text ?? '?'}${place}${name} “${shown}”: ${how}`);
}

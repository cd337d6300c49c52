import { Fault } from '../../model/fault.ts';

/** Terminals drop more than about 100,000 bytes of base64 (xterm's and tmux's limits lie there). */
const MOST = 74_000;

/**
 * Gives a text to the terminal's clipboard (OSC 52 of xterm's control sequences), which works over ssh
 * as well; a terminal that does not know it shows nothing. Throws a Fault for a text too long for it.
 */
export function copyToTerminal(
  text: string,
  write: (sequence: string) => void = sequence => void process.stdout.write(sequence),
): void {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > MOST)
    throw new Fault(
      `too long to copy: ${bytes.length} bytes, and a terminal takes ${MOST}. Write it to a file`,
    );
  write(`\u001b]52;c;${bytes.toString('base64')}\u0007`);
}

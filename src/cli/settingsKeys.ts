import { UsageFault } from '../model/fault.ts';
import { settingsHere } from '../project/settingsHere.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'SCOPE' },
  { heading: 'COMMAND' },
  { heading: 'KEYS' },
  { heading: 'DOES', shrinksTo: 12 },
];

/** `settings keys [SCOPE]`: every command of the reader with its keys, the user's own among them. */
export async function settingsKeys(session: Session, scope: string | undefined): Promise<number> {
  const [{ keymapWith }, { keysWords }, { SCOPES }] = await Promise.all([
    import('../reader/keymap/userKeys.ts'),
    import('../reader/keymap/shown.ts'),
    import('../reader/keymap/scopes.ts'),
  ]);
  const { env } = session.world;
  const { own } = settingsHere({ env, noColor: false, coder: undefined });
  const { keymap } = keymapWith(own.keys);
  const all: readonly string[] = SCOPES.everywhere;
  if (scope !== undefined && !all.includes(scope))
    throw new UsageFault(`${scope}: there is no such scope. There are ${all.join(', ')}`);
  const rows = SCOPES.everywhere
    .filter(one => scope === undefined || one === scope)
    .flatMap(one =>
      keymap
        .filter(({ scopes }) => scopes.includes(one))
        .map(binding => ({ scope: one, ...binding })),
    );
  if (session.options.json)
    await session.printJson({
      keys: rows.map(({ scope: one, command, keys, does }) => ({
        scope: one,
        command,
        keys,
        does,
      })),
    });
  else
    await session.print(
      await tableLines(
        COLUMNS,
        rows.map(row => ({ cells: [row.scope, row.command, keysWords(row), row.does] })),
        session,
      ),
    );
  return 0;
}

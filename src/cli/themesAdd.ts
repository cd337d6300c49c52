import { addTheme } from '../project/editThemes.ts';
import type { Session } from './session.ts';
import { type FieldOptions, fieldsOf } from './themeFields.ts';
import { lines, shape } from './themes.ts';

export interface ThemesAddOptions extends FieldOptions {
  parent?: string | undefined;
  pattern: readonly string[];
}

/** `themes add NAME`: one more theme at the end of the codebook. */
export async function themesAdd(
  session: Session,
  name: string,
  { parent, pattern, ...options }: ThemesAddOptions,
): Promise<number> {
  const fields = { ...(await fieldsOf(options)), parent: parent ?? null, patterns: [...pattern] };
  const project = await session.project();
  const theme = { ...(await addTheme(project, name, fields)), count: 0 };
  if (session.options.json) await session.printJson({ themes: [shape(theme)] });
  else await session.print(await lines(session, [theme]));
  await session.say(`Added ${theme.name}`);
  return session.status;
}

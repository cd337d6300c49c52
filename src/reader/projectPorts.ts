import type { Project } from '../project/project.ts';
import type { Desk } from './doors/desk.ts';
import { digestDoors } from './doors/digest.ts';
import { doubtsDoors } from './doors/doubts.ts';
import { editDoors } from './doors/edit.ts';
import { findDoors } from './doors/find.ts';
import { importDoors } from './doors/import.ts';
import { libraryDoors } from './doors/library.ts';
import { passagesDoors } from './doors/passages.ts';
import { settingsDoors } from './doors/settings.ts';
import { suggestDoors } from './doors/suggest.ts';
import { textDoors } from './doors/texts.ts';
import type { ReaderPorts } from './ports.ts';
import { TerminalLoan } from './terminal/loan.ts';

/** The reader's doors to a project, room by room. */
export function projectPorts(
  project: Project,
  coder: string,
  env: Desk['env'],
  loan = new TerminalLoan(),
  here = project.root,
): ReaderPorts {
  const desk: Desk = { project, coder, env, here, opened: new Map(), loan };
  return {
    ...libraryDoors(desk),
    ...textDoors(desk),
    ...editDoors(desk),
    ...findDoors(desk),
    ...suggestDoors(desk),
    ...passagesDoors(desk),
    ...doubtsDoors(desk),
    ...digestDoors(desk),
    ...settingsDoors(desk),
    ...importDoors(desk),
  };
}

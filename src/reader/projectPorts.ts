import type { Project } from '../project/project.ts';
import type { Desk } from './doors/desk.ts';
import { digestDoors } from './doors/digest.ts';
import { findDoors } from './doors/find.ts';
import { libraryDoors } from './doors/library.ts';
import { settingsDoors } from './doors/settings.ts';
import { textDoors } from './doors/texts.ts';
import type { ReaderPorts } from './ports.ts';

/** The reader's doors to a project, room by room. */
export function projectPorts(project: Project, coder: string, env: Desk['env']): ReaderPorts {
  const desk: Desk = { project, coder, env, opened: new Map() };
  return {
    ...libraryDoors(desk),
    ...textDoors(desk),
    ...findDoors(desk),
    ...digestDoors(desk),
    ...settingsDoors(desk),
  };
}

import type { Fault } from '../model/fault.ts';
import type { AnnotationRecord } from '../model/record.ts';
import { codebookOrFault, type Project } from '../project/project.ts';
import { untag as removeAnnotations } from '../project/tagging.ts';
import { annotationLines } from './annotationLines.ts';
import { shape } from './annotations.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

/** `untag ID…`: removes one's own annotations. */
export async function untag(session: Session, ids: readonly string[]): Promise<number> {
  const project = await session.project();
  const coder = await session.coder();
  const faults: Fault[] = [];
  try {
    const removed = await removeAnnotations(project, ids, coder, fault => faults.push(fault));
    await report(session, project, removed);
  } finally {
    // The id that was not found may be in one of these.
    await session.complain(faults);
  }
  return session.status;
}

async function report(
  session: Session,
  project: Project,
  removed: readonly AnnotationRecord[],
): Promise<void> {
  if (session.options.json) await session.printJson({ annotations: removed.map(shape) });
  else {
    const { codebook } = await codebookOrFault(project);
    await session.print(await annotationLines(session, removed, codebook.themes));
  }
  await session.say(`Removed ${counted(removed.length, 'annotation')}`);
}

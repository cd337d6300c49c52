import type { Rejection } from '../model/rejection.ts';
import { changeData, type Keeping, readData } from './dataFile.ts';
import type { FileFormat } from './jsonFile.ts';
import { statePaths } from './paths.ts';
import { checkState, type RejectionData, type StateData, stateText } from './stateSchema.ts';
import { FORMAT_VERSION } from './versions.ts';

const format: FileFormat<StateData> = { check: checkState, serialise: stateText };
const empty: StateData = { version: FORMAT_VERSION, rejected: [] };

/** The suggestions that a coder rejected; none where nothing is written yet. Throws BrokenFile and Fault. */
export async function readRejections(keeping: Keeping, coder: string): Promise<Rejection[]> {
  const paths = await statePaths(keeping.files, keeping.annotations, coder);
  const data = await readData(keeping, paths, format);
  return (data?.rejected ?? []).map(rejectionOf);
}

/**
 * Changes what a coder rejected; `change` gets what is on the disk and may be called several times.
 * Everything else in the file stays, fields of other programs too; a file that says nothing more is
 * removed. Returns what stands there then. Throws Locked, BrokenFile and Fault, and what `change` throws.
 */
export async function changeRejections(
  keeping: Keeping,
  coder: string,
  change: (rejections: readonly Rejection[]) => readonly Rejection[],
): Promise<Rejection[]> {
  const paths = await statePaths(keeping.files, keeping.annotations, coder);
  const data = await changeData(keeping, { paths, format, empty }, old => {
    const stored = new Map(old.rejected.map(one => [one.id, one]));
    const wanted = change(old.rejected.map(rejectionOf));
    const rejected = wanted.map(one => stored.get(one.id) ?? dataOf(one));
    const isSame =
      rejected.length === old.rejected.length &&
      rejected.every((one, index) => one === old.rejected[index]);
    return isSame ? old : { ...old, rejected };
  });
  return data.rejected.map(rejectionOf);
}

/** The ids of the annotations that a coder leaves as they are on purpose. Throws BrokenFile and Fault. */
export async function readKept(keeping: Keeping, coder: string): Promise<string[]> {
  const paths = await statePaths(keeping.files, keeping.annotations, coder);
  const data = await readData(keeping, paths, format);
  return data?.kept ?? [];
}

/** The same for what a coder keeps; as `changeRejections`. */
export async function changeKept(
  keeping: Keeping,
  coder: string,
  change: (kept: readonly string[]) => readonly string[],
): Promise<string[]> {
  const paths = await statePaths(keeping.files, keeping.annotations, coder);
  const data = await changeData(keeping, { paths, format, empty }, old => {
    const kept = [...new Set(change(old.kept ?? []))];
    const known = old.kept ?? [];
    const isSame = kept.length === known.length && kept.every((id, i) => id === known[i]);
    return isSame ? old : { ...old, kept };
  });
  return data.kept ?? [];
}

function rejectionOf({ id, text, theme, selector, sha256, created }: RejectionData): Rejection {
  const { exact, prefix, suffix, start, end } = selector;
  return { id, text, theme, selector: { exact, prefix, suffix, start, end }, sha256, created };
}

const dataOf = ({ id, text, theme, created, sha256, selector }: Rejection): RejectionData => ({
  id,
  text,
  theme,
  created,
  sha256,
  selector: { ...selector },
});

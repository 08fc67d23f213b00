export interface Column {
  readonly name: string;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
}

/** Columns that line up, for people. Wide signs (한글) take two places. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const header = columns.map(({ name }) => name);
  const all = [header, ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))));
  return all.map((row) => lineOf(row, columns, widths)).join('\n');
}

function lineOf(row: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  const cells = columns.map(({ isNumber }, at) => {
    const text = row[at] ?? '';
    const blank = ' '.repeat(widths[at]! - widthOf(text));
    return isNumber ? blank + text : text + blank;
  });
  return `  ${cells.join('   ').trimEnd()}`;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g;

function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

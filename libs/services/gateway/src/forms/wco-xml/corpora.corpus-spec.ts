import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Class, Declaration } from '@tonggwan/contracts';
import { corpora, describeWithCorpora } from '@tonggwan/testing';
import { MalformedMessage } from '../malformed-message';
import { elementFieldsOf } from './element-fields';
import { parseXml } from './parse-xml';
import { readWcoXml } from './read-wco-xml';
import { writeWcoXml } from './write-wco-xml';
import { pathOf, type XmlElement } from './xml-element';

const given = join(corpora(), 'hmrc-cds/given');
const bytesOf = (file: string) => readFileSync(join(given, file));

type Row = Record<string, string>;

const rows = (list: string): Row[] => parse(readFileSync(join(given, 'oracles', list)), { columns: true });

interface Leaf {
  readonly path: string;
  /** Local names and text: what must be found again on the way back. */
  readonly content: string;
}

function leavesOf(element: XmlElement, above = ''): Leaf[] {
  const within = `${above}/${element.name}`;
  const attributes = element.attributes.map(({ name, written, value }) => ({
    path: `${pathOf(element)}/@${written}`,
    content: `${within}/@${name}=${value.trim()}`,
  }));
  const text = { path: pathOf(element), content: `${within}=${element.text.trim()}` };
  const own = element.children.length === 0 ? [text] : [];
  return [...attributes, ...own, ...element.children.flatMap((child) => leavesOf(child, within))];
}

/** Leaves of the source that the output does not have, each counted. */
function missing(source: Leaf[], output: Leaf[]): Leaf[] {
  const left = new Map<string, number>();
  for (const { content } of output) left.set(content, (left.get(content) ?? 0) + 1);
  return source.filter(({ content }) => {
    const count = left.get(content.slice(content.indexOf('/MetaData'))) ?? 0;
    left.set(content.slice(content.indexOf('/MetaData')), count - 1);
    return count <= 0;
  });
}

const covers = (unknown: string[], { path }: Leaf) =>
  unknown.some((field) => path === field || path.startsWith(`${field}/`));

describeWithCorpora('the published WCO declarations of the United Kingdom', () => {
  const published = rows('declarations.csv');
  const malformed = rows('not_well_formed.csv')
    .filter(({ file = '' }) => !file.includes('Notification'))
    .map(({ file = '', error = '' }) => ({
      file,
      line: Number(/line (\d+)/.exec(error.replace(/^.* and ID/, ''))?.[1]),
    }));

  it('are 211 declarations, 18 amendments and cancellations, and 26 that are malformed', () => {
    expect(published.filter((row) => row.function_code === '9')).toHaveLength(211);
    expect(published.filter((row) => row.function_code === '13')).toHaveLength(18);
    expect(malformed).toHaveLength(26);
  });

  it.each(published)('$file is read and written back, nothing lost in silence', ({ file = '' }) => {
    const bytes = bytesOf(file);
    const { faults, unknownFields, ...read } = readWcoXml(bytes);
    expect(faults).toEqual([]);

    const written = writeWcoXml(read);
    const source = leavesOf(parseXml(new TextDecoder().decode(bytes)));
    const lost = missing(source, leavesOf(parseXml(written)));
    expect(lost.filter((leaf) => !covers(unknownFields, leaf))).toEqual([]);
    expect(readWcoXml(Buffer.from(written))).toEqual({ ...read, faults: [], unknownFields: [] });
  });

  it('hold nothing unknown to the canonical form but the envelopes of nine of them', () => {
    const unknown = published
      .map(({ file = '' }) => readWcoXml(bytesOf(file)).unknownFields)
      .filter((fields) => fields.length > 0);
    expect(unknown).toHaveLength(9);
    expect(new Set(unknown.flat())).toEqual(new Set(['/v1:submitDeclarationRequest/v1:requestCommon']));
  });

  it.each(malformed)('$file is refused at line $line', ({ file, line }) => {
    const read = () => readWcoXml(bytesOf(file));
    expect(read).toThrow(MalformedMessage);
    expect(read).toThrow(expect.objectContaining({ line, column: expect.any(Number) as number }));
  });

  it.each(readdirSync(join(given, 'trade-test-4')))(
    '%s is sound with an EORI in place of its placeholder',
    (file) => {
      const text = bytesOf(`trade-test-4/${file}`)
        .toString()
        .replace(/<INSERTEORIHERE>?/g, 'GB123456789000');
      expect(readWcoXml(Buffer.from(text))).toMatchObject({ faults: [], unknownFields: [] });
    },
  );

  it('are written in the order of the WCO schema, of which the canonical form knows every element', () => {
    const xsd = parseXml(bytesOf('schemas/wco/declaration/WCO_DEC_2_DMS.xsd').toString());
    const sequence = descend(xsd, 'complexType', 'sequence');
    expect(disagreements(sequence, Declaration)).toEqual([]);
  });
});

function descend(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce((at, name) => at?.children.find((child) => child.name === name), element);
}

const attribute = (element: XmlElement, name: string) =>
  element.attributes.find((candidate) => candidate.name === name)?.value ?? '';

/** Elements of the schema that the class lacks or has in another order or number. */
function disagreements(sequence: XmlElement | undefined, type: Class): string[] {
  const fields = elementFieldsOf(type);
  const inSchema = (sequence?.children ?? []).filter((child) => child.name === 'element');
  const names = inSchema.map((element) => attribute(element, 'name'));
  const known = [...fields.keys()].filter((name) => names.includes(name));
  const order = known.join() === names.join() ? [] : [`${type.name}: ${names.join()} but ${known.join()}`];
  return inSchema.reduce((found, element) => {
    const field = fields.get(attribute(element, 'name'));
    if (!field) return found;
    const several = !['', '1'].includes(attribute(element, 'maxOccurs'));
    const number = several === field.list ? [] : [`${type.name}.${field.property}: list or not`];
    const inner = descend(element, 'complexType', 'sequence');
    return [...found, ...number, ...(inner ? disagreements(inner, field.type) : [])];
  }, order);
}

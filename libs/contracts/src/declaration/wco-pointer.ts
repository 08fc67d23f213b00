import { type Class, type Field, fieldsOf } from '../shape/field';
import { Declaration } from './declaration';
import { WCO_SECTIONS } from './wco-sections';

/** Sections that the published pointers number where there can be only one. */
const ALWAYS_NUMBERED = new Set(['goodsShipment']);
/** Lists whose first occurrence the published pointers do not number (`70A:166`, `17C:R144`). */
const FIRST_NOT_NUMBERED = new Set(['governmentProcedure', 'authorisationHolder']);
/** Written below the goods shipment (`42A/67A[1]/56A:G005`), though the declaration holds it. */
const BELOW_GOODS_SHIPMENT = new Set(['exitOffice']);

/**
 * A JSON Pointer into the canonical declaration as the United Kingdom points at the same place in its
 * rejections: sections by WCO identifier, positions in lists counted from 1, the element after a colon, as
 * in `42A/67A[1]/68A[1]/23A/65A:128`. Which positions are written is the convention of the published TT1
 * notifications. Nothing where the pointer leads to no element that the WCO has an identifier for.
 */
export function wcoPointer(jsonPointer: string): string | undefined {
  return follow('42A', 'declaration', Declaration, jsonPointer.split('/').slice(1));
}

function follow(path: string, section: string, type: Class, steps: string[]): string | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return path;
  const field = fieldsOf(type).find(({ name }) => name === step);
  const tag = WCO_SECTIONS[section]?.tags[step];
  if (field && tag) return `${path}:${tag}`;
  if (!field?.type || !WCO_SECTIONS[step]) return undefined;
  const position = field.list ? rest[0] : undefined;
  if (position !== undefined && !/^\d+$/.test(position)) return undefined;
  return follow(
    `${path}/${sectionAt(field, position)}`,
    step,
    field.type(),
    field.list ? rest.slice(1) : rest,
  );
}

function sectionAt({ name }: Field, position: string | undefined): string {
  const above = BELOW_GOODS_SHIPMENT.has(name) ? '67A[1]/' : '';
  const id = `${above}${WCO_SECTIONS[name]?.id}`;
  if (ALWAYS_NUMBERED.has(name)) return `${id}[1]`;
  if (position === undefined || (position === '0' && FIRST_NOT_NUMBERED.has(name))) return id;
  return `${id}[${Number(position) + 1}]`;
}

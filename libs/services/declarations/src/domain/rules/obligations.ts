import type { CountryPack, Day, Obligation } from '@tonggwan/country-pack';
import { type Check, checkOf } from './obligation-checks';
import { type Path, pathOf, pointerTo, visit } from './places';
import { type BrokenRule, type Examined, ITEMS } from './rule';

/** An obligation made ready: where it looks, and what it looks for. */
interface Compiled {
  readonly obligation: Obligation;
  /** Below the goods item where it is about one, else from the top. */
  readonly path: Path;
  readonly check: Check;
}

interface Obligations {
  readonly header: readonly Compiled[];
  readonly item: readonly Compiled[];
}

const BELOW_ITEM = `${ITEMS}/[]`;
/** Procedures come from outside: what somebody makes up must not fill the memory. */
const SETS_MAX = 2_000;

/**
 * What the pack asks for by data set and procedure. Each row is made ready once, each set of rows once a day.
 */
export class ObligationRules {
  private readonly rows = new WeakMap<Obligation, Compiled>();
  private readonly sets = new Map<string, Obligations>();

  constructor(private readonly pack: CountryPack) {}

  /** Rows about an item hold for items of their procedure; rows about the rest hold if any item has it. */
  broken(examined: Examined): BrokenRule[] {
    const dataSet = examined.kind?.dataSet ?? '';
    const procedures = examined.items.map(procedureOf);
    const sets = new Map<string, Obligations>();
    for (const procedure of new Set(procedures.length ? procedures : ['']))
      sets.set(procedure, this.setOf(dataSet, procedure, examined.on));
    const broken: BrokenRule[] = [];
    const asked = new Set([...sets.values()].flatMap(({ header }) => header));
    for (const row of asked) this.look(row, examined.declaration, '', examined, broken);
    examined.items.forEach((item, index) => {
      const at = `${ITEMS}/${index}`;
      for (const row of sets.get(procedures[index]!)!.item) this.look(row, item, at, examined, broken);
    });
    return broken;
  }

  private look(row: Compiled, owner: object, at: string, { on }: Examined, broken: BrokenRule[]): void {
    const { obligation, path, check } = row;
    visit(owner, path, (value, elements) => {
      const below = check(value, this.pack, on);
      if (below === undefined) return;
      const pointer = at + pointerTo(path, elements) + below;
      broken.push({ code: obligation.code, pointer, message: obligation.message });
    });
  }

  private setOf(dataSet: string, procedure: string, on: Day): Obligations {
    const key = `${dataSet}|${procedure}|${on}`;
    const known = this.sets.get(key);
    if (known) return known;
    const rows = this.pack.obligations(dataSet, procedure, on);
    const about = (item: boolean) =>
      rows.filter(({ field }) => field.startsWith(BELOW_ITEM) === item).map((row) => this.compile(row));
    const set = { header: about(false), item: about(true) };
    if (this.sets.size >= SETS_MAX) this.sets.clear();
    this.sets.set(key, set);
    return set;
  }

  private compile(obligation: Obligation): Compiled {
    const known = this.rows.get(obligation);
    if (known) return known;
    const { field } = obligation;
    const path = pathOf(field.startsWith(BELOW_ITEM) ? field.slice(BELOW_ITEM.length) : field);
    const compiled = { obligation, path, check: checkOf(obligation) };
    this.rows.set(obligation, compiled);
    return compiled;
  }
}

/** Requested and previous procedure of an item, as the pack keys its obligations: `4000`. */
function procedureOf({ governmentProcedure }: Examined['items'][number]): string {
  const [first] = governmentProcedure ?? [];
  return `${first?.currentCode ?? ''}${first?.previousCode ?? ''}`;
}

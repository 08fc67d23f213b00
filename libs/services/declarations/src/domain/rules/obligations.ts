import type { CountryPack, Day, Obligation } from '@tonggwan/country-pack';
import { type Check, checkOf } from './obligation-checks';
import { visit, type Path, pathOf } from './places';
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
    const broken: BrokenRule[] = [];
    const asked = new Set<Compiled>();
    for (const procedure of new Set(procedures.length ? procedures : ['']))
      this.setOf(dataSet, procedure, examined.on).header.forEach((row) => asked.add(row));
    for (const row of asked) this.look(row, examined.declaration, '', examined, broken);
    examined.items.forEach((item, index) => {
      const { item: rows } = this.setOf(dataSet, procedures[index]!, examined.on);
      for (const row of rows) this.look(row, item, `${ITEMS}/${index}`, examined, broken);
    });
    return broken;
  }

  private look(row: Compiled, owner: object, pointer: string, { on }: Examined, broken: BrokenRule[]): void {
    const { obligation, path, check } = row;
    visit(
      owner,
      path,
      (value, place) => {
        const wrong = check(value, place, this.pack, on);
        if (wrong !== undefined)
          broken.push({ code: obligation.code, pointer: wrong, message: obligation.message });
      },
      pointer,
    );
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

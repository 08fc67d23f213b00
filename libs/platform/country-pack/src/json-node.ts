import { Fields } from './fields';
import type { Fault } from './faults';

/**
 * A place in a JSON file of the pack. Reading never throws: what is not as it should be is a fault at its
 * path.
 */
export class JsonNode {
  constructor(
    private readonly file: string,
    private readonly path: string,
    private readonly value: unknown,
    private readonly sources: ReadonlyMap<string, string>,
    private readonly faults: Fault[],
  ) {}

  /**
   * The scalars of an object. Members that are not `known` are faults: a misspelt one would be read as
   * absent.
   */
  fields(...known: readonly string[]): Fields {
    const members = this.members();
    const unknown = Object.keys(members).filter((name) => !known.includes(name));
    unknown.forEach((name) => this.fault('is not a member of this object', name));
    return new Fields(this.file, this.path || '/', members, this.sources, this.faults);
  }

  has(name: string): boolean {
    return this.members()[name] !== undefined;
  }

  child(name: string): JsonNode {
    const value = this.members()[name];
    if (value === undefined) this.fault('is missing', name);
    return this.at(name, value ?? {});
  }

  children(name: string): JsonNode[] {
    const value = this.members()[name];
    if (Array.isArray(value)) return value.map((item, index) => this.at(`${name}/${index}`, item));
    this.fault(value === undefined ? 'is missing' : 'is not a list', name);
    return [];
  }

  texts(name: string, least = 1): string[] {
    const value = this.members()[name];
    const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    const sound = Array.isArray(value) && value.length >= least && texts.length === value.length;
    if (!sound) this.fault(value === undefined ? 'is missing' : 'is not a list of texts', name);
    return texts;
  }

  /** The members of an object whose names are the pack's own. */
  entries(name: string): [string, JsonNode][] {
    const child = this.child(name);
    return Object.keys(child.members()).map((key) => [key, child.child(key)]);
  }

  fault(message: string, field?: string): void {
    this.faults.push({ file: this.file, row: this.path || '/', field, message });
  }

  private members(): Record<string, unknown> {
    const isObject = typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
    return isObject ? (this.value as Record<string, unknown>) : {};
  }

  private at(name: string, value: unknown): JsonNode {
    return new JsonNode(this.file, `${this.path}/${name}`, value, this.sources, this.faults);
  }
}

/**
 * The content of a JSON file; the fault of one that cannot be parsed names line and column where the parser
 * does.
 */
export function parseJson(file: string, content: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    faults.push({ file, message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

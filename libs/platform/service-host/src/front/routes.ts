/** Who answers a request. */
export interface Route<Target> {
  readonly method: string;
  /** `:` begins a parameter, which matches anything without a slash. */
  readonly path: string;
  readonly target: Target;
  /** Answers where the owner has nothing of what is asked for. */
  readonly standsIn?: boolean;
}

/** Who answers at a door. */
interface Door<Target> {
  readonly owner: Target;
  standIn?: Target;
}

interface Node<Target> {
  readonly byName: Map<string, Node<Target>>;
  parameter?: Node<Target>;
  readonly doors: Map<string, Door<Target>>;
}

/** Finds the owner of a path: one door belongs to one service. */
export class Routes<Target> {
  private readonly root = newNode<Target>();

  constructor(routes: readonly Route<Target>[]) {
    for (const { method, path, target } of routes.filter(({ standsIn }) => !standsIn))
      this.add(method, path, target);
    for (const { method, path, target } of routes.filter(({ standsIn }) => standsIn)) {
      const door = this.find(method, path);
      if (door) door.standIn = target;
    }
  }

  find(method: string, path: string): Door<Target> | undefined {
    let node: Node<Target> | undefined = this.root;
    for (const part of partsOf(path)) node = node?.byName.get(part) ?? node?.parameter;
    return node?.doors.get(method) ?? (method === 'HEAD' ? node?.doors.get('GET') : undefined);
  }

  private add(method: string, path: string, target: Target): void {
    let node = this.root;
    for (const part of partsOf(path)) node = part.startsWith(':') ? parameterOf(node) : childOf(node, part);
    if (node.doors.has(method)) throw new Error(`two services want ${method} ${path}`);
    node.doors.set(method, { owner: target });
  }
}

/** Routes of a service as it lists them: `GET /declarations/:id`. */
export function routesOf<Target>(list: readonly string[], target: Target, standsIn = false): Route<Target>[] {
  return list.map((line) => {
    const [method = '', path = ''] = line.split(' ');
    return { method, path, target, standsIn };
  });
}

function partsOf(path: string): string[] {
  const [clean = ''] = path.split('?');
  return clean.split('/').filter((part) => part !== '');
}

function newNode<Target>(): Node<Target> {
  return { byName: new Map(), doors: new Map() };
}

function childOf<Target>(node: Node<Target>, part: string): Node<Target> {
  const known = node.byName.get(part);
  if (known) return known;
  const child = newNode<Target>();
  node.byName.set(part, child);
  return child;
}

function parameterOf<Target>(node: Node<Target>): Node<Target> {
  node.parameter ??= newNode<Target>();
  return node.parameter;
}

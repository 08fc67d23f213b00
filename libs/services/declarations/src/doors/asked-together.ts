import { type Caller, isStaff } from '@tonggwan/service-host';

/** Of one caller in one look-up. */
const TOGETHER_MAX = 100;

interface Question<Row> {
  readonly id: string;
  readonly resolve: (row: Row | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What a caller asks for while a look-up of his is under way goes together in his next one, so that a broker who asks for
 * thousands of declarations costs a few transactions. One question alone goes at once.
 */
export class AskedTogether<Row extends { readonly id: string }> {
  private readonly waiting = new Map<string, Question<Row>[]>();

  /** @param read the rows of these ids that the caller may see */
  constructor(private readonly read: (caller: Caller, ids: readonly string[]) => Promise<readonly Row[]>) {}

  find(caller: Caller, id: string): Promise<Row | undefined> {
    const who = `${isStaff(caller)} ${caller.party}`;
    return new Promise((resolve, reject) => {
      const question = { id, resolve, reject };
      const waiting = this.waiting.get(who);
      if (waiting) waiting.push(question);
      else void this.answerAll(caller, who, [question]);
    });
  }

  private async answerAll(caller: Caller, who: string, first: readonly Question<Row>[]): Promise<void> {
    const waiting: Question<Row>[] = [];
    this.waiting.set(who, waiting);
    for (let some = first; some.length > 0; some = waiting.splice(0, TOGETHER_MAX)) {
      await this.answer(caller, some);
    }
    this.waiting.delete(who);
  }

  private async answer(caller: Caller, questions: readonly Question<Row>[]): Promise<void> {
    try {
      const rows = await this.read(caller, [...new Set(questions.map(({ id }) => id))]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const { id, resolve } of questions) resolve(byId.get(id));
    } catch (error) {
      for (const { reject } of questions) reject(error);
    }
  }
}

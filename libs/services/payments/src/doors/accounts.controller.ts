import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MoneyAmount } from '@tonggwan/contracts';
import {
  type Caller,
  CallerOf,
  checkedBody,
  Commands,
  cursorAfter,
  Lookups,
  pageLimit,
  placeOf,
  Problem,
  Roles,
} from '@tonggwan/service-host';
import { Bookkeeping } from '../bookkeeping';
import {
  type Account,
  type AccountKind,
  available,
  canHaveLimit,
  defermentAccount,
  guaranteeAccount,
  opened,
  referenceOf,
} from '../domain/account';
import { money } from '../domain/terms';
import { accounts } from '../payments.tables';
import { AccountBody } from './bodies';
import { coinsIn, referenceIn } from './inputs';

interface AccountView {
  readonly kind: AccountKind;
  /** Of a deferment account its own, of a guarantee the debtor's. */
  readonly reference: string;
  readonly party: string;
  readonly limit: MoneyAmount;
  readonly reserved: MoneyAmount;
  readonly used: MoneyAmount;
  readonly available: MoneyAmount;
}

const ACCOUNTS = `
  select state from payments.account where $1::text is null or id > $1 order by id limit $2`;

/** Deferment accounts and guarantees: what they may carry and what they do. */
@ApiTags('payments')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly lookups: Lookups,
    private readonly commands: Commands,
    private readonly bookkeeping: Bookkeeping,
  ) {}

  @Get()
  async list(
    @CallerOf() caller: Caller,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<{ accounts: AccountView[]; next?: string }> {
    const most = pageLimit(limit);
    const [after] = placeOf(cursor, ['']) ?? [null];
    const rows = await this.lookups.as(caller, (manager) =>
      manager.query<{ state: Account }[]>(ACCOUNTS, [after, most]),
    );
    const last = rows.length === most ? rows.at(-1) : undefined;
    return {
      accounts: rows.map(({ state }) => this.viewOf(state)),
      next: last && cursorAfter([last.state.key]),
    };
  }

  /** Opens an account or gives it another limit. */
  @Post()
  @HttpCode(200)
  @Roles('administrator')
  async open(@Body() body: unknown): Promise<AccountView> {
    const { kind, party, reference, debtor, limit } = checkedBody(AccountBody, body);
    const most = coinsIn(limit, '/limit', this.bookkeeping.terms);
    const key =
      kind === 'deferment'
        ? defermentAccount(referenceIn(reference, '/reference'))
        : guaranteeAccount(referenceIn(debtor, '/debtor'));
    return this.commands.run(async (batch) => {
      await batch.load(accounts, [key]);
      const known = batch.state(accounts, key) ?? opened(key, kind, party, most);
      if (known.party !== party) throw new Problem(409, 'account-taken', 'The account is another party’s.');
      if (!canHaveLimit(known, most)) {
        throw new Problem(409, 'limit-in-use', 'More than this limit is in use.');
      }
      const account = { ...known, limit: most };
      batch.put(accounts, key, account);
      return this.viewOf(account);
    });
  }

  private viewOf(account: Account): AccountView {
    const { kind, key, party } = account;
    const amount = (coins: string): MoneyAmount => money(coins, this.bookkeeping.terms);
    return {
      kind,
      reference: referenceOf(key),
      party,
      limit: amount(account.limit),
      reserved: amount(account.reserved),
      used: amount(account.used),
      available: amount(available(account)),
    };
  }
}

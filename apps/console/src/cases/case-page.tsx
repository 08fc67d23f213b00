import type { CaseFile } from '../api/cases';
import { useResource } from '../api/resource';
import { Amounts } from '../declarations/amounts';
import { Channel } from '../declarations/screening';
import { linkTo } from '../frame/route';
import { Heading, Loaded } from '../frame/states';
import { useBearer } from '../session/session';
import { useWords } from '../words/language';
import { CaseFacts } from './case-facts';
import { DecisionForm } from './decision-form';
import { Goods } from './goods';
import { History } from './history';
import { isMine, Lease } from './lease';
import { TakeOver } from './take-over';

const EVERY_MS = 5_000;

export function CasePage({ id }: { readonly id: string }) {
  const { words } = useWords();
  const file = useResource<CaseFile>(`/cases/${encodeURIComponent(id)}`, EVERY_MS);
  return (
    <>
      <a href={linkTo('cases')} className="back">
        ← {words.backToQueue}
      </a>
      <Loaded of={file}>{(found) => <File file={found} onChange={file.reload} />}</Loaded>
    </>
  );
}

interface FileProps {
  readonly file: CaseFile;
  onChange(): void;
}

function File({ file, onChange }: FileProps) {
  const { words } = useWords();
  const { subject } = useBearer();
  const { kind, channel, facts, amounts, declarationId, declaration } = file;
  return (
    <div data-testid={`case-${file.caseId}`}>
      <Heading title={`${words[`kind.${kind}`]} · ${facts?.mrn ?? declarationId}`}>
        {channel && <Channel of={channel} />}
        <Lease of={file} onChange={onChange} />
        <TakeOver of={file} onChange={onChange} />
      </Heading>
      <div className="columns wide-left">
        <div className="stack">
          <CaseFacts of={file} />
          {declaration && <Goods of={declaration} />}
          <Amounts declarationId={declarationId} isThere={amounts !== undefined || kind === 'hold'} />
        </div>
        <div className="stack">
          <DecisionForm of={file} isMine={isMine(file, subject)} onChange={onChange} />
          <History of={file.history} />
        </div>
      </div>
    </div>
  );
}

import type { DeclarationView } from '../api/declarations';
import { useWords } from '../words/language';

/** A channel by its name and colour. */
export function Channel({ of }: { readonly of: string }) {
  const { words } = useWords();
  const name = words[`channel.${of}` as 'channel.red'] ?? of;
  return (
    <span className={`channel ${of}`} data-testid="channel">
      {name}
    </span>
  );
}

/** For customs alone: the server sends it to nobody else. */
export function Screening({ of: { channel, reasons = [], random } }: { readonly of: DeclarationView }) {
  const { words } = useWords();
  if (!channel) return null;
  return (
    <div className="screening" data-testid="screening">
      <h3>
        {words.channel} <Channel of={channel} />
        {random && <span className="chip">{words.pickedByChance}</span>}
      </h3>
      <ul className="reasons">
        {reasons.map(({ code, text }) => (
          <li key={code}>
            <strong>{code}</strong> {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

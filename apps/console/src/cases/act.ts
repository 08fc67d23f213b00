import { useState } from 'react';
import { useClient } from '../api/client';
import { refusal } from '../api/resource';

/** Does something about a case, once at a time, and says why when it is refused. */
export function useAct(onDone: () => void) {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');

  const act = async (path: string, body: object = {}): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      await client.post(path, body);
    } catch (error) {
      const { message, faults } = refusal(error);
      setFault([message, ...faults.map(({ pointer, detail }) => `${pointer} ${detail}`)].join(' '));
    }
    setBusy(false);
    onDone();
  };

  return { act, isBusy, fault };
}

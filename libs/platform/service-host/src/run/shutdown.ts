/** Longer than this nobody waits for an orderly end; Kubernetes grants 30 seconds. */
const SHUTDOWN_MS_MAX = 25_000;

/** Calls `close` once at SIGTERM or SIGINT, then leaves; a second signal leaves at once. */
export function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false;
  const leave = (): void => {
    if (isClosing) process.exit(130);
    isClosing = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS_MAX).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
}

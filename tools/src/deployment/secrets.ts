/** Whether a text that is committed holds what only a secret may: a password, in an address or by its name. */
export function showsSecret(text: unknown): boolean {
  return /:\/\/[^/@\s]*:[^/@\s]+@|(password|secret|token)\s*[=:]\s*\S|BEGIN [A-Z ]*PRIVATE KEY/i.test(
    String(text),
  );
}

export type Links = Readonly<Record<'self' | 'timeline' | 'assessment' | 'answers', string>>;

/** Where what becomes of a declaration is to be found. */
export function linksOf(declarationId: string): Links {
  const self = `/declarations/${declarationId}`;
  return {
    self,
    timeline: `${self}/timeline`,
    assessment: `${self}/assessment`,
    answers: `${self}/answers`,
  };
}

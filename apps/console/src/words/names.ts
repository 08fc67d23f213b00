import type { Language } from './languages';

/** What the API calls a step, an owner and so on, in the words of people. */
type Names = Readonly<Record<string, readonly [en: string, ko: string]>>;

const OWNERS: Names = {
  customs: ['Customs', '세관'],
  agency: ['Agency', '요건 확인 기관'],
  trader: ['Trader', '신고인'],
  bank: ['Bank', '은행'],
  port: ['Port', '항만·보세구역'],
  system: ['System', '시스템'],
};

const STEPS: Names = {
  lodging: ['To lodge', '신고 전'],
  acceptance: ['Acceptance', '접수'],
  arrival: ['Arrival of the goods', '입항·반입'],
  screening: ['Risk screening', '선별'],
  assessment: ['Assessment', '세액 산출'],
  securing: ['Security', '담보 확인'],
  'case-opening': ['Opening of the case', '심사 배정'],
  control: ['Control', '심사·검사'],
  hold: ['Hold', '보류'],
  documents: ['Documents', '서류 제출'],
  agency: ['Permission', '요건 승인'],
  payment: ['Payment', '납부'],
  release: ['Release', '수리'],
  cancellation: ['Withdrawal', '취하'],
  removal: ['Removal', '반출'],
  'until-release': ['Until release', '수리까지'],
  'until-removal': ['Until removal', '반출까지'],
};

const MOMENTS: Names = {
  arrived: ['Goods arrived', '물품 도착'],
  lodged: ['Lodged', '신고'],
  registered: ['Registered, goods to come', '접수, 물품 미도착'],
  accepted: ['Accepted', '접수'],
  rejected: ['Rejected', '각하'],
  cancelled: ['Withdrawn', '취하'],
  screened: ['Screened', '선별'],
  held: ['Held: no amount can be worked out', '보류: 세액 산출 불가'],
  assessed: ['Assessed', '세액 산출'],
  noticed: ['Payment notice issued', '납부고지'],
  secured: ['Duty secured', '납부·담보 확인'],
  settled: ['Debt settled', '수납 완료'],
  'control-opened': ['Control opened', '심사 개시'],
  'hold-opened': ['Hold handed to an officer', '보류 배정'],
  'documents-asked': ['Document asked for', '서류 제출 요구'],
  concluded: ['Control concluded', '심사 종결'],
  lifted: ['Hold lifted', '보류 해제'],
  released: ['Released', '수리'],
  refused: ['Refused', '통관 불허'],
  removed: ['Goods removed', '반출'],
};

const ANSWERS: Names = {
  ...MOMENTS,
  'request-refused': ['Request denied', '신청 불허'],
  held: ['Held', '보류'],
  'payment-notice': ['Payment notice', '납부고지'],
  'document-requested': ['Document asked for', '서류 제출 요구'],
};

const DEEDS: Names = {
  opened: ['Opened', '개시'],
  claimed: ['Claimed', '담당'],
  'taken-over': ['Taken over', '담당 변경'],
  'given-back': ['Given back', '반납'],
  'document-requested': ['Document asked for', '서류 제출 요구'],
  cleared: ['Cleared', '통과'],
  refused: ['Refused', '불허'],
  closed: ['Closed', '종료'],
};

const of = (names: Names) => (key: string, language: Language) => {
  const [english, korean] = names[key] ?? [key, key];
  return language === 'ko' ? korean : english;
};

export const ownerName = of(OWNERS);
export const stepName = of(STEPS);
export const momentName = of(MOMENTS);
export const deedName = of(DEEDS);
export const answerName = of(ANSWERS);

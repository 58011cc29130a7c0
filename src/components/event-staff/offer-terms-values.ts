/** What the fields of an offer hold: texts as they are typed, moments on the venue's clock. */
export interface TermsValues {
  readonly rate: string;
  readonly currency: string;
  /** `YYYY-MM-DD` once it is read. */
  readonly answerDay: string;
  /** `HH:mm` once it is read. */
  readonly answerTime: string;
  readonly autoNext: boolean;
  readonly stopDay: string;
  readonly stopTime: string;
  readonly instructions: string;
}

export function emptyTerms(autoNext: boolean): TermsValues {
  return {
    rate: "",
    currency: "",
    answerDay: "",
    answerTime: "",
    autoNext,
    stopDay: "",
    stopTime: "",
    instructions: "",
  };
}

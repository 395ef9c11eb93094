/** What differs, and the rules that excuse it. */
export interface Judged {
  problems: string[];
  excusedBy?: string | undefined;
}

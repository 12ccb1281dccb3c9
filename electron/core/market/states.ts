/** States, territories and provinces that the US/Canada plan serves and both carriers may know: two letters and the name. */
const named = `
AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia;
FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;
MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;
NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;
PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;
WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming;
AS American Samoa;GU Guam;MP Northern Mariana Islands;PR Puerto Rico;VI Virgin Islands;
AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;NL Newfoundland and Labrador;NS Nova Scotia;
NT Northwest Territories;NU Nunavut;ON Ontario;PE Prince Edward Island;QC Quebec;SK Saskatchewan;YT Yukon
`

const states: ReadonlyMap<string, string> = new Map(
  named
    .trim()
    .split(/;\s*/)
    .map((entry) => [entry.slice(0, 2), entry.slice(3)] as const),
)
const codes: ReadonlyMap<string, string> = new Map([...states].map(([code, name]) => [name.toUpperCase(), code]))

/** Two letters for a code or a name in any case; null: no state or province. */
export function toState(typed: string): string | null {
  const text = typed.trim().toUpperCase()
  return states.has(text) ? text : (codes.get(text) ?? null)
}

/** "Washington" for `WA`; what is no code is left as it is. */
export const stateName = (code: string): string => states.get(code) ?? code

/** How much one request may ask for. Apart from the schemas that hold it, so that the page, which shows it, carries no schema. */

/** Numbers looked for at each account. */
export const largestSearch = 5000

/** Words checked at once. */
export const largestKeywordCheck = 50

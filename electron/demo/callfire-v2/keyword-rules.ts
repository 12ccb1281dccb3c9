/** The carrier's rule at purchase: letters and digits, more than 2 and fewer than 65. Held ones may break it. */
export const isOrderable = (keyword: string): boolean => /^[a-z0-9]{3,64}$/i.test(keyword)

/** Words that carriers keep for opting out and in. */
export const reservedWords: ReadonlySet<string> = new Set([
  'STOP',
  'STOPALL',
  'END',
  'QUIT',
  'CANCEL',
  'UNSUBSCRIBE',
  'HELP',
  'INFO',
  'START',
  'YES',
  'UNSTOP',
])

/** Words that other customers hold already. */
export const popularWords: ReadonlySet<string> = new Set([
  'SALE',
  'PIZZA',
  'FREE',
  'WIN',
  'VOTE',
  'JOIN',
  'DEAL',
  'GIFT',
  'LOVE',
  'NEWS',
  'SUN',
  'CAKE',
])

/** The first two break the rule on purpose: such keywords exist in the carrier's own samples. */
export const heldWords: readonly string[] = [
  'CF',
  'TEST_KEYWORD',
  'RYEBREAD',
  'BAKERY',
  'MUFFIN',
  'BRUNCH',
  'SPRING26',
  'CLUB5',
  'LARKBOOKS',
  'SMILE',
  'PIPES',
  'STORE12',
]

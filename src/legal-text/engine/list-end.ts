// Where a list of numbers ends though a number follows.

/**
 * Whether what stands where a list would go on counts the parts of the sentence, as the "(2)" of "from (1) sales taxed by
 * § 47-2002(3), and (2) parking", or says of a number that it was repealed: "§ 47-4503(j) [(j) repealed]".
 */
export const beginsItsOwn = (
  s: string,
  asked: {
    readonly from: number
    readonly number: string
    readonly before: string
    readonly start: number
  },
  found: readonly { readonly listFrom: number; readonly listTo: number }[],
): boolean => {
  const { from, number, before, start } = asked
  if (s[from - 1] === '[' && /^\s+repealed\]/i.test(s.slice(from + number.length))) return true
  const count = Number(/^\((\d+)\)$/.exec(number)?.[1] ?? 0)
  if (count < 2 || before.endsWith(`(${count - 1})`)) return false
  const counted = s.lastIndexOf(`(${count - 1}) `, start - 1)
  return (
    counted >= 0 &&
    (counted === 0 || s[counted - 1] === ' ') &&
    !found.some((one) => one.listFrom <= counted && counted < one.listTo)
  )
}

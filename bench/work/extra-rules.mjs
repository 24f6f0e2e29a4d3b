/** Rules to run beside the built-in ones. The tests put others in their place, to see the guard find them. */
export const extraRules = []

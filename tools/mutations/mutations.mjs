/**
 * Bugs that other systems had with stock (LESSONS of the field, L-16…L-31, L-54), each as one change of our code, and the
 * test that must fail of it. `find` stands in the file exactly once.
 */
export const mutations = [
];

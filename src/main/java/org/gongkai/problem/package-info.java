/**
 * Problems in source files: a {@link org.gongkai.problem.Problem} states its location, what is wrong and how to fix it.
 * In: findings of all packages; out: sortable values. Knows nothing of how they are displayed.
 */
package org.gongkai.problem;

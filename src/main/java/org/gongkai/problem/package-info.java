/**
 * Problems in source files: a {@link org.gongkai.problem.Problem} states its location, what is wrong and how to fix it.
 * Input: findings of all packages. Output: sortable values. Independent of how they are displayed.
 */
package org.gongkai.problem;

/**
 * What is told to a writer: a {@link org.gongkai.problem.Problem} is a value that names the place, what is wrong and how
 * to mend it. Comes in: findings of every room. Goes out: one sorted list. Knows nothing of where it is shown.
 */
package org.gongkai.problem;

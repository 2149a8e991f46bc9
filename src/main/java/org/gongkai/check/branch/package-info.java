/**
 * Rules that compare an entry with the branch as {@code organisation.yml} describes it on the day of the entry: its
 * groups, its committee, its members. In: headers; out: problems at the name that is to be looked at. What the file
 * leaves open, such as who held a post before the first holder that it names, is not told.
 */
package org.gongkai.check.branch;

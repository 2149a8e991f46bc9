/**
 * What an entry states, by the names of its fields. Comes in: an entry in its place. Goes out: the words at a path such
 * as {@code 会议.时间}, or those that its title says in place of a field ({@code 标题.党小组}), and the day of what it reports.
 */
package org.gongkai.site.fact;

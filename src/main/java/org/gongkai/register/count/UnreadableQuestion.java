package org.gongkai.register.count;

import org.gongkai.site.link.Counts;

/**
 * A question that cannot be read.
 *
 * @param mistake what is wrong with it
 */
public record UnreadableQuestion(Counts.Mistake mistake) implements Answerable {}

package org.gongkai.register.count;

/** A question that was read, or what is wrong with it. */
public sealed interface Answerable permits Question, UnreadableQuestion {}

package org.gongkai.history.git.work.result;

/** The name and the mail address under which somebody commits. */
public record Person(String name, String mail) {}

package org.gongkai.cli;

/** Who reads what a command says: a person or a program. */
public enum Format {
    text,
    json
}

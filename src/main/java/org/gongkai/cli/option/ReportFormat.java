package org.gongkai.cli.option;

/** Who reads what a command says: a person or a program. */
public enum ReportFormat {
    text,
    json
}

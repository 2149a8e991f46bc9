package org.gongkai.cli.option;

/** The format of a report: text for a person, JSON for a program. */
public enum ReportFormat {
    text,
    json
}

package org.gongkai.problem;

/** The severity of a problem: an error prevents the site from being replaced, a warning does not. */
public enum Severity {
    ERROR("错误"),
    WARNING("警告");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The label in Chinese. */
    public String label() {
        return label;
    }
}

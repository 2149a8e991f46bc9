package org.gongkai.problem;

/** How much a problem weighs: an error keeps the whole site from being replaced, a warning does not. */
public enum Severity {
    ERROR("错误"),
    WARNING("警告");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word a writer reads. */
    public String label() {
        return label;
    }
}

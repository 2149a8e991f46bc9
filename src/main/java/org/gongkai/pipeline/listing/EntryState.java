package org.gongkai.pipeline.listing;

/** What is still to be done with an entry. */
public enum EntryState {
    /** A draft in which something is missing or wrong. */
    DRAFT("草稿"),
    /** A complete draft that waits for its review or approval. */
    WAITING("待审"),
    PUBLISHED("已发布"),
    /** A published entry whose 公示 or validity ends soon; it is in the list of published ones as well. */
    EXPIRING("将到期"),
    WITHDRAWN("已撤回");

    private final String label;

    EntryState(String label) {
        this.label = label;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }
}

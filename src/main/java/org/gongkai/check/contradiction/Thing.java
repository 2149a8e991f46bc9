package org.gongkai.check.contradiction;

import java.util.List;
import org.gongkai.input.data.Key;

/** What several entries can be about. */
enum Thing implements Key.Words {
    /** A meeting on a day. */
    MEETING("会议"),
    /** A meeting with a number within its year. */
    SITTING("会次"),
    /** The numbers of meetings of one kind within a year, or those of bulletins and documents, in their order. */
    SERIES("次序"),
    /** A document number. */
    NUMBER("文号"),
    /** Who is in the chair at a time. */
    CHAIR("主持"),
    /** A matter that they name, or a 公示 with the paper about its result. */
    MATTER("事项"),
    /** A rule, after the paper that ends it. */
    RULE("制度"),
    /** A summary, after its plan. */
    PLAN("计划");

    private final String word;

    Thing(String word) {
        this.word = word;
    }

    @Override
    public List<String> words() {
        return List.of(word);
    }
}

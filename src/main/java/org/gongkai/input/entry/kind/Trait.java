package org.gongkai.input.entry.kind;

import java.util.List;
import org.gongkai.input.data.Key;

/**
 * What rules and pages know of a kind besides its fields. They ask for a trait and never for a kind by its name, so
 * that a kind of a site can have it too.
 */
public enum Trait implements Key.Words {
    /**
     * The calendar that its meetings stand in; a kind without this trait has meetings if it recommends the field 会议.
     */
    CALENDAR("日历", "calendar", "会议", "党日"),
    /** Whether its fields 时间 and 地点 say when and where something will take place. */
    ANNOUNCEMENT("预告", "announcement", "是", "否"),
    /** After how many days minutes are late where a site has no catalogue of its own. */
    PUBLISHED_WITHIN("几天内公开", "published-within"),
    /** What pages call a meeting of the kind. */
    CALLED("称作", "called"),
    /** The share of those entitled who have to be present. */
    QUORUM("到会", "quorum", "半数", "五分之四"),
    /** Whether every member of the branch is entitled. */
    ALL_MEMBERS("全员", "all-members", "是", "否"),
    /** Whether the members of the committee are entitled, and no others. */
    COMMITTEE("委员", "committee", "是", "否"),
    /** Whether each 党小组 holds its own, so that those of one do not answer for another. */
    GROUPS("各组", "groups", "是", "否"),
    /** Whether its field 阶段 names the stages of an election. */
    ELECTION("换届", "election", "是", "否"),
    /** Whether the numbers of meetings in its texts are those of a year or half. */
    SUMMARY("总结", "summary", "是", "否"),
    /** The words for a meeting of the kind in a text that says how many there were. */
    COUNTED_AS("说法", "counted-as"),
    /** The verbs in front of these words; the usual ones if none are given. */
    VERBS("动词", "verbs"),
    /** The characters behind the number; 次 if none are given. */
    MEASURES("量词", "measures"),
    /**
     * The field that says whether an entry states an amount of its own, which is the first of its words, or adjusts one
     * that was published before.
     */
    ADJUSTMENT("调整", "adjustment"),
    /** The table whose rows its texts may list by month, as 3月：学习党章. */
    LISTED_BY_MONTH("按月列", "listed-by-month"),
    /** Words that tell its titles from those of kinds with the same pattern. */
    TITLE_WORDS("标题词", "title-words"),
    /** Words that tell its titles from those of any kind, whatever the title ends with. */
    DECISIVE_WORDS("标题定词", "decisive-words");

    private final List<String> names;
    private final List<String> allowed;

    Trait(String chinese, String english, String... allowed) {
        this.names = List.of(chinese, english);
        this.allowed = List.of(allowed);
    }

    /** Its Chinese and its English name. */
    @Override
    public List<String> words() {
        return names;
    }

    /** Returns the words of which it is one; empty if it may be any words. */
    List<String> allowed() {
        return allowed;
    }
}

package org.gongkai.input.entry;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.text.DateText;
import org.gongkai.text.MomentText;

/**
 * What became of a meeting that was not held when it was to be.
 *
 * @param state 取消 or 延期
 * @param to when it is to be held instead, if that is known
 */
public record MeetingChange(String state, Optional<LocalDateTime> to) {

    static final String PUT_OFF = "延期";
    private static final String CANCELLED = "取消";
    private static final String HELD = "召开";

    /** The words of the member 状态 of the field 会议. */
    static final List<Choice> STATES = List.of(
            new Choice(PUT_OFF, List.of("改期", "推迟", "延后", "提前", "暂缓", "已延期", "已改期")),
            new Choice(CANCELLED, List.of("已取消", "停开", "不再召开")),
            new Choice(HELD, List.of("已召开", "如期召开", "照常")));

    /** Returns what the header of an entry says; empty of a meeting that was or will be held as it was to be. */
    public static Optional<MeetingChange> of(Entry entry) {
        if (!(entry.values().get(CommonField.MEETING) instanceof Value.Fields group)) {
            return Optional.empty();
        }
        Optional<LocalDateTime> to =
                group.text("改到", "moved-to").flatMap(text -> DateText.parse(MomentText.completed(text, entry.year())));
        return group.text("状态", "state")
                .flatMap(word -> Choice.canonical(STATES, word))
                .or(() -> to.map(day -> PUT_OFF))
                .filter(state -> !state.equals(HELD))
                .map(state -> new MeetingChange(state, to));
    }

    public boolean isPutOff() {
        return state.equals(PUT_OFF);
    }

    /** The state as readers see it: 取消, 延期, 延期到2026年4月2日. */
    public String text() {
        return state
                + to.map(time -> "到" + DateText.chinese(time.toLocalDate())).orElse("");
    }
}

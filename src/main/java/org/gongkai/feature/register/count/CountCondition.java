package org.gongkai.feature.register.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.problem.Nearest;

/**
 * A part of a question, between two commas.
 *
 * @param offset where it begins in the text of the question
 * @param name the words before the equals sign, or all if there is none
 * @param valueOffset where its value begins
 * @param value the words after the equals sign; empty if there is none
 */
record CountCondition(int offset, String name, int valueOffset, String value) {

    /**
     * Returns the parts of a question.
     *
     * @param typed its text
     * @param plain the same with half-width punctuation
     * @param from offset after the colon
     */
    static List<CountCondition> all(String typed, String plain, int from) {
        List<CountCondition> parts = new ArrayList<>();
        int end = typed.length() - 2;
        for (int at = from; at <= end; ) {
            int comma = plain.indexOf(',', at);
            int to = comma < 0 || comma > end ? end : comma;
            int equals = plain.indexOf('=', at);
            boolean hasValue = equals >= 0 && equals < to;
            String name = typed.substring(at, hasValue ? equals : to).strip();
            String value = hasValue ? typed.substring(equals + 1, to).strip() : "";
            if (!name.isEmpty() || hasValue) {
                parts.add(new CountCondition(start(typed, at), name, hasValue ? start(typed, equals + 1) : to, value));
            }
            at = to + 1;
        }
        return parts;
    }

    /** Returns the offset of the first character that is no blank. */
    static int start(String typed, int from) {
        int at = from;
        while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns conditions by their names. */
    static Map<String, CountCondition> filters(List<CountCondition> parts, List<String> allowed)
            throws UnreadableCountQuestion {
        Map<String, CountCondition> filters = new LinkedHashMap<>();
        for (CountCondition part : parts) {
            if (!allowed.contains(part.name())) {
                throw new UnreadableCountQuestion(
                        part.offset(), "没有“" + part.name() + "”这个条件", Nearest.hint(part.name(), allowed));
            }
            if (part.value().isEmpty()) {
                throw new UnreadableCountQuestion(part.offset(), "“" + part.name() + "”没有写值", "如 年度=2024");
            }
            if (filters.put(part.name(), part) != null) {
                throw new UnreadableCountQuestion(part.offset(), "“" + part.name() + "”写了两次", "同一个条件只写一次；几个文种之间用顿号");
            }
        }
        return filters;
    }
}

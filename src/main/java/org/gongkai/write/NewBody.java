package org.gongkai.write;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.entry.kind.Kind;

/** The body of a new entry: headings and marked blanks. An entry in which a blank is left cannot be published. */
final class NewBody {

    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private NewBody() {}

    /** Returns the lines below the header. */
    static List<String> lines(List<Kind.Section> sections) {
        if (sections.isEmpty()) {
            return List.of("", "（在这里写正文。）");
        }
        List<String> lines = new ArrayList<>();
        int headings = 0;
        for (Kind.Section section : sections) {
            if (!section.heading().isEmpty()) {
                String number = headings < NUMERALS.length ? NUMERALS[headings] + "、" : "";
                lines.addAll(List.of("", "## " + number + section.heading()));
                headings++;
            }
            String hint = section.hint().isEmpty() ? section.heading() : section.hint();
            lines.addAll(List.of("", "（在这里写" + hint + "。）"));
        }
        return lines;
    }
}

package org.gongkai.write.document.word.assemble;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;

/** Collects the runs of a paragraph, and joins those with the same style. */
public final class RunCollector {

    /** Stands for a page break within the text of a paragraph. */
    public static final String PAGE_BREAK = "\f";

    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Style style = Style.PLAIN;
    private String link = "";

    public void text(String more, Style how, String to) {
        String clean = more.equals(PAGE_BREAK) ? more : ControlCharacters.without(more);
        if (!how.equals(style) || !to.equals(link)) {
            flush();
            style = how;
            link = to;
        }
        text.append(clean);
    }

    public void run(Run run) {
        flush();
        runs.add(run);
    }

    private void flush() {
        if (text.length() > 0) {
            runs.add(new Run.Text(text.toString(), style, link));
            text.setLength(0);
        }
    }

    public List<Run> runs() {
        flush();
        return List.copyOf(runs);
    }

    /** The characters of runs. */
    static String text(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (Run run : runs) {
            text.append(run instanceof Run.Text characters ? characters.text() : "\uFFFC");
        }
        return text.toString();
    }
}

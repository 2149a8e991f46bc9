package org.gongkai.write.document.word.assemble;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.text.Characters;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;

/** Collects the runs of a paragraph, joins those with the same style, and trims them. */
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

    /**
     * Removes blanks at both ends, with which writers indent; underlined ones stay, because they are lines to write on.
     * A tab at the beginning stays if more follow, because the first cell of such a row is empty.
     */
    static List<Run> trim(List<Run> runs) {
        List<Run> rest = new ArrayList<>(runs);
        boolean row = text(runs).startsWith("\t") && text(runs).strip().indexOf('\t') >= 0;
        while (!rest.isEmpty() && rest.get(0) instanceof Run.Text text && canTrim(text)) {
            String stripped = stripLeading(text.text());
            rest.remove(0);
            if (!stripped.isEmpty()) {
                rest.add(0, new Run.Text((row ? "\t" : "") + stripped, text.style(), text.link()));
                break;
            }
        }
        while (!rest.isEmpty() && rest.get(rest.size() - 1) instanceof Run.Text text && canTrim(text)) {
            String stripped = stripTrailing(text.text());
            rest.remove(rest.size() - 1);
            if (!stripped.isEmpty()) {
                rest.add(new Run.Text(stripped, text.style(), text.link()));
                break;
            }
        }
        return rest;
    }

    private static boolean canTrim(Run.Text text) {
        return !text.style().underlined();
    }

    private static String stripLeading(String text) {
        return text.substring(Characters.end(text, 0, RunCollector::isBlank));
    }

    private static String stripTrailing(String text) {
        return text.substring(0, Characters.start(text, text.length(), RunCollector::isBlank));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A heading that is bold as a whole is bold because it is a heading. */
    static List<Run> withoutBold(List<Run> runs) {
        boolean all = runs.stream()
                .allMatch(run -> !(run instanceof Run.Text text)
                        || text.style().bold()
                        || text.text().isBlank());
        return all ? joined(runs.stream().map(RunCollector::plain).toList()) : runs;
    }

    private static Run plain(Run run) {
        if (run instanceof Run.Text text) {
            Style style = text.style();
            return new Run.Text(
                    text.text(),
                    new Style(
                            false,
                            style.italic(),
                            style.underlined(),
                            style.struck(),
                            style.superscript(),
                            style.subscript()),
                    text.link());
        }
        return run;
    }

    /** Joins neighbours of the same style. */
    static List<Run> joined(List<Run> runs) {
        RunCollector collector = new RunCollector();
        for (Run run : runs) {
            if (run instanceof Run.Text text) {
                collector.text(text.text(), text.style(), text.link());
            } else {
                collector.run(run);
            }
        }
        return collector.runs();
    }
}

package org.gongkai.write.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.text.Characters;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.jsoup.nodes.Element;

/** Collects the runs of one paragraph, with blanks joined as browsers join them. */
final class HtmlInlines {

    private final List<Run> runs = new ArrayList<>();

    void text(String typed, Style style, String link) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (" \t\n\r\f".indexOf(c) < 0) {
                text.append(c);
                continue;
            }
            int end = i;
            boolean wraps = false;
            while (end < typed.length() && " \t\n\r\f".indexOf(typed.charAt(end)) >= 0) {
                wraps |= typed.charAt(end++) == '\n';
            }
            char before = text.length() > 0 ? text.charAt(text.length() - 1) : last();
            char after = end < typed.length() ? typed.charAt(end) : 'a';
            boolean dropped = before == ' '
                    || before == '\n'
                    || before == 0
                    || wraps && (Characters.join(before, after) || end == typed.length() && Characters.isCjk(before));
            text.append(dropped ? "" : " ");
            i = end - 1;
        }
        if (text.length() > 0) {
            runs.add(new Run.Text(text.toString().replace("\u200b", "").replace("\ufeff", ""), style, link));
        }
    }

    private char last() {
        if (runs.isEmpty()) {
            return 0;
        }
        return runs.get(runs.size() - 1) instanceof Run.Text text
                        && !text.text().isEmpty()
                ? text.text().charAt(text.text().length() - 1)
                : 'a';
    }

    void add(Run run) {
        runs.add(run);
    }

    /** Returns what was collected, one list for each paragraph, and begins anew. */
    List<List<Run>> take() {
        List<List<Run>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        boolean paragraphs = breaksParagraphs();
        for (Run run : runs) {
            if (!(run instanceof Run.Text text) || !paragraphs) {
                lines.get(lines.size() - 1).add(run);
                continue;
            }
            String[] parts = text.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(new ArrayList<>());
                }
                if (!parts[i].isEmpty()) {
                    lines.get(lines.size() - 1).add(new Run.Text(parts[i], text.style(), text.link()));
                }
            }
        }
        runs.clear();
        return lines.stream()
                .map(HtmlInlines::trimmed)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Whether line breaks separate paragraphs: some line is indented or blank. */
    private boolean breaksParagraphs() {
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run instanceof Run.Text text ? text.text() : "图"));
        return all.toString().strip().matches("(?s).*\n[ ]?(\u3000|\u00a0\u00a0|  |[ \u00a0]*\n).*");
    }

    private static List<Run> trimmed(List<Run> line) {
        List<Run> kept = new ArrayList<>(line);
        while (!kept.isEmpty() && kept.get(0) instanceof Run.Text text && blank(text.text())) {
            kept.remove(0);
        }
        while (!kept.isEmpty() && kept.get(kept.size() - 1) instanceof Run.Text text && blank(text.text())) {
            kept.remove(kept.size() - 1);
        }
        if (!kept.isEmpty() && kept.get(0) instanceof Run.Text first) {
            kept.set(
                    0, new Run.Text(first.text().replaceFirst("^[\\s\u3000\u00a0]+", ""), first.style(), first.link()));
        }
        return kept;
    }

    private static boolean blank(String text) {
        return text.replace('\u00a0', ' ').isBlank();
    }

    /** The style within an element. */
    static Style style(Style outer, Element element) {
        String css = element.attr("style").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        String name = element.normalName();
        boolean bold = outer.bold()
                || name.equals("b")
                || name.equals("strong")
                || css.matches(".*font-weight:(bold|[6-9]00).*");
        return new Style(
                bold && !css.contains("font-weight:normal"),
                outer.italic() || name.equals("i") || name.equals("em"),
                outer.underlined() || name.equals("u"),
                outer.struck() || name.equals("s") || name.equals("del") || name.equals("strike"),
                outer.superscript() || name.equals("sup"),
                outer.subscript() || name.equals("sub"));
    }
}

package org.gongkai.preview;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.Digests;
import org.gongkai.io.Json;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.preview.PreviewPages.PreviewedEntry;
import org.gongkai.preview.PreviewPages.ProblemHtml;
import org.gongkai.problem.Problem;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/**
 * What the preview adds to a page: a strip that says that it is a preview, the problems of the entry, and the script
 * that reloads the page when it changes. The page itself stays as a build would write it.
 *
 * @param mark why readers do not see the page so; empty if they do
 * @param entry the entry whose page it is, with its problems; empty for other pages
 * @param summary the problems of the whole site in a few words
 * @param marks the marks of all entries, by address
 */
record PageOverlay(
        Optional<EntryMark> mark, Optional<PreviewedEntry> entry, String summary, Map<String, EntryMark> marks) {

    private static final String HEAD = "<link rel=\"stylesheet\" href=\"/_preview/overlay.css\">\n"
            + "<script src=\"/_preview/overlay.js\" defer></script>\n";

    /** Adds it to a page. */
    byte[] on(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        String problems = problems();
        String added = strip() + problems;
        // The problems of the whole site change often, and are exchanged without a reload.
        String version = Digests.sha256(html + mark + problems + marks.keySet());
        html = insert(html, "</head>", HEAD);
        int body = html.indexOf("<body");
        int open = body < 0 ? -1 : html.indexOf('>', body);
        html = open < 0 ? added + html : html.substring(0, open + 1) + "\n" + added + html.substring(open + 1);
        int end = html.lastIndexOf("</body>");
        String data = data(version);
        html = end < 0 ? html + data : html.substring(0, end) + data + html.substring(end);
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static String insert(String html, String before, String what) {
        int at = html.indexOf(before);
        return at < 0 ? what + html : html.substring(0, at) + what + html.substring(at);
    }

    private String strip() {
        String kind = mark.isPresent() ? "gkp-strip gkp-marked" : "gkp-strip";
        StringBuilder out = new StringBuilder("<div class=\"" + kind + "\" role=\"status\"><p><strong>预览</strong> ");
        out.append(mark.map(it -> "<strong class=\"gkp-mark\">" + HtmlEscape.escape(it.label()) + "</strong> "
                        + HtmlEscape.escape(it.sentence()))
                .orElse("这不是已发布的站点。"));
        entry.ifPresent(it -> out.append(" <span class=\"gkp-path\">")
                .append(HtmlEscape.escape(it.path()))
                .append("</span>"));
        return out.append(" <a href=\"/_preview/problems\">全站：")
                .append(HtmlEscape.escape(summary))
                .append("</a></p></div>\n")
                .toString();
    }

    private String problems() {
        if (entry.isEmpty() || entry.get().problems().isEmpty()) {
            return "";
        }
        List<Problem> problems = entry.get().problems();
        return "<details class=\"gkp-box\" open><summary>本条有" + ProblemHtml.counts(problems) + "</summary>\n"
                + ProblemHtml.list(problems, entry.get().lines()) + "</details>\n";
    }

    private String data(String version) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", version);
        data.put("places", entry.map(PageOverlay::places).orElse(List.of()));
        Map<String, String> labels = new TreeMap<>();
        marks.forEach((address, one) -> labels.put(address, one.label()));
        data.put("marks", labels);
        // Within a script element only the beginning of a tag has a meaning.
        return "<script type=\"application/json\" id=\"gkp-data\">"
                + Json.of(data).replace("<", "\\u003c") + "</script>\n";
    }

    private static List<Object> places(PreviewedEntry entry) {
        SourceNeedles needles = new SourceNeedles(entry.lines());
        List<Object> places = new ArrayList<>();
        for (Problem problem : entry.problems()) {
            List<Object> found = new ArrayList<>();
            for (SourceNeedles.Needle needle : needles.of(problem.line(), entry.bodyLine())) {
                found.add(List.of(needle.text(), needle.occurrence()));
            }
            places.add(found);
        }
        return places;
    }

    /**
     * Finds words by which a line of a source can be recognized in the page that was made of it: its letters and
     * digits, without marks. A page does not say which line a paragraph came from, whichever converter made it.
     */
    private static final class SourceNeedles {

        private static final Pattern ADDRESS =
                Pattern.compile("\\]\\([^)]*\\)|(?:link|xref|image|https?):+[^\\s\\[]*\\[");
        private static final Pattern LIST_MARK = Pattern.compile("^\\s*(?:[-*+.=#>|]+|[0-9]+[.)])\\s+");
        private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");
        private static final int MOST_LINES_BEFORE = 6;
        private static final int SHORTEST = 2;

        private final List<String> needles = new ArrayList<>();

        SourceNeedles(List<String> lines) {
            lines.forEach(line -> needles.add(needle(line)));
        }

        /**
         * A place in a page.
         *
         * @param text letters and digits that occur together in a paragraph, in lower case
         * @param occurrence how many lines before it hold the same
         */
        record Needle(String text, int occurrence) {}

        /**
         * The places where a line may be, the best first: the line itself, then those before it.
         *
         * @param line its number, from 1
         * @param first the number of the first line of the body
         */
        List<Needle> of(int line, int first) {
            List<Needle> found = new ArrayList<>();
            for (int i = line; i >= first && i > line - MOST_LINES_BEFORE && i <= needles.size(); i--) {
                String text = needles.get(i - 1);
                if (text.length() >= SHORTEST) {
                    int before = (int) needles.subList(first - 1, i - 1).stream()
                            .filter(other -> other.contains(text))
                            .count();
                    found.add(new Needle(text, before));
                }
            }
            return found;
        }

        private static String needle(String line) {
            String plain =
                    ADDRESS.matcher(LIST_MARK.matcher(line).replaceFirst("")).replaceAll("");
            return OTHER.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Why readers do not see an entry as the preview shows it.
     *
     * @param label a word for lists, such as 草稿
     * @param sentence what readers see instead
     */
    record EntryMark(String label, String sentence) {

        /** The marks of the pages of a site, by address; entries that readers see have none. */
        static Map<String, EntryMark> all(Site site) {
            Map<String, EntryMark> marks = new HashMap<>();
            site.items()
                    .forEach(item -> of(item.entry(), site.asOf()).ifPresent(mark -> marks.put(item.address(), mark)));
            site.unpublished().withdrawn().forEach(gone -> marks.put(gone.item().address(), gone(gone)));
            return marks;
        }

        private static Optional<EntryMark> of(Entry entry, LocalDate today) {
            LocalDate published = entry.dates().day();
            if (entry.publication().status() == Entry.Status.DRAFT) {
                return Optional.of(new EntryMark(Site.HiddenReason.DRAFT.label(), "本条是草稿，发布时不会出现。"));
            }
            return published.isAfter(today)
                    ? Optional.of(new EntryMark(
                            Site.HiddenReason.NOT_DUE.label(), "本条从" + DateText.chinese(published) + "起才公开。"))
                    : Optional.empty();
        }

        private static EntryMark gone(Site.Withdrawn gone) {
            String since =
                    gone.day().map(day -> "从" + DateText.chinese(day) + "起").orElse("");
            return new EntryMark(
                    gone.reason().label(), "本条" + since + gone.reason().label() + "，读者只看到下面的说明。");
        }

        /** The mark of the address of a draft or an entry not yet due that the preview does not show. */
        static Optional<EntryMark> hidden(Site site, String address) {
            return site.unpublished().hidden().stream()
                    .filter(item -> item.address().equals(address))
                    .filter(item ->
                            site.unpublished().reasons().get(item.entry().path()) != Site.HiddenReason.OTHER_AUDIENCE)
                    .findFirst()
                    .flatMap(item -> of(item.entry(), site.asOf()))
                    .map(mark -> new EntryMark(mark.label(), mark.sentence() + "启动时加上 --drafts 就可以预览。"));
        }
    }
}

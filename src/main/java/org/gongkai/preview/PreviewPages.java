package org.gongkai.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.TextResource;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.pipeline.live.SiteSnapshot;
import org.gongkai.preview.PageOverlay.EntryMark;
import org.gongkai.problem.Masked;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;

/** The pages of the preview itself: problems, explanations, and what stands where a page cannot be made. */
record PreviewPages(Explanations explanations) {

    /** All problems, by file. */
    String problems(LiveState state) {
        List<Problem> all = state.problems();
        Map<String, String> addresses = state.lastAddresses();
        Map<String, List<Problem>> byPath = new TreeMap<>();
        all.forEach(problem -> byPath.computeIfAbsent(problem.path(), path -> new ArrayList<>())
                .add(problem));
        StringBuilder body = new StringBuilder("<h1>全站的问题</h1>\n<p>" + ProblemHtml.counts(all) + "。"
                + (state.isChecked() ? "" : "正在检查全站，查完后自动更新。")
                + (all.stream().anyMatch(Problem::isError) ? "有错误的站点不能发布。" : "")
                + "</p>\n");
        byPath.forEach((path, problems) -> {
            String name = HtmlEscape.escape(path);
            String address = addresses.get(path);
            body.append("<h2>")
                    .append(address == null ? name : "<a href=\"/" + HtmlEscape.escape(address) + "\">" + name + "</a>")
                    .append("</h2>\n")
                    .append(ProblemHtml.list(problems, PreviewedEntry.lines(state.snapshot(), path)));
        });
        return page("全站的问题", body.toString());
    }

    /** The explanation of a code; empty if there is none. */
    Optional<String> explanation(String code) {
        return explanations.of(code).map(this::explanation);
    }

    private String explanation(Explanation it) {
        StringBuilder body = new StringBuilder("<h1>" + it.code() + " " + HtmlEscape.escape(it.name()) + "</h1>\n");
        body.append("<p>").append(HtmlEscape.escape(it.sentence())).append("</p>\n<h2>怎么改</h2>\n<p>");
        body.append(HtmlEscape.escape(it.mend())).append("</p>\n");
        example(body, "错误的写法", it.wrong());
        example(body, "正确的写法", it.right());
        return page(it.code() + " " + it.name(), body.toString());
    }

    private static void example(StringBuilder body, String title, String text) {
        if (!text.isEmpty()) {
            body.append("<h2>")
                    .append(title)
                    .append("</h2>\n<pre><code>")
                    .append(HtmlEscape.escape(text))
                    .append("</code></pre>\n");
        }
    }

    /** The place of an entry whose header cannot be read. */
    String unreadable(PreviewedEntry entry) {
        return page(
                "这一条还不能显示",
                "<h1>这一条还不能显示</h1>\n<p>" + HtmlEscape.escape(entry.path())
                        + " 读不出来，改好后自动显示。</p>\n"
                        + ProblemHtml.list(entry.problems(), entry.lines()));
    }

    /** The place of a page whose template cannot be used. */
    String brokenTemplate(Problem problem) {
        return page(
                "模板不能使用",
                "<h1>模板不能使用</h1>\n<p>" + HtmlEscape.escape(problem.path()) + "</p>\n"
                        + ProblemHtml.list(List.of(problem), List.of()));
    }

    /** The place of an entry that the site does not show. */
    String hidden(EntryMark mark) {
        return page(
                mark.label(),
                "<h1>" + HtmlEscape.escape(mark.label()) + "</h1>\n<p>" + HtmlEscape.escape(mark.sentence())
                        + "</p>\n");
    }

    /** The answer for any other address. */
    String missing() {
        return page("没有这个页面", "<h1>没有这个页面</h1>\n<p>站点里没有这个地址。<a href=\"/\">回到首页</a></p>\n");
    }

    private static String page(String title, String body) {
        return TextResource.of(PreviewPages.class, "page.html").formatted(HtmlEscape.escape(title), body);
    }

    /** Problems as HTML. */
    static final class ProblemHtml {

        private ProblemHtml() {}

        /**
         * A list of problems of one file.
         *
         * @param lines the lines of the file, which are quoted; may be empty
         */
        static String list(List<Problem> problems, List<String> lines) {
            StringBuilder out = new StringBuilder("<ol class=\"gkp-problems\">\n");
            for (int i = 0; i < problems.size(); i++) {
                Problem problem = problems.get(i);
                out.append("<li class=\"")
                        .append(problem.isError() ? "gkp-error" : "gkp-warning")
                        .append("\" id=\"gkp-problem-")
                        .append(i)
                        .append("\"><p><strong>")
                        .append(problem.severity().label())
                        .append("</strong> 第")
                        .append(problem.line())
                        .append("行 ")
                        .append(HtmlEscape.escape(problem.message()));
                if (!problem.hint().isEmpty()) {
                    out.append("；").append(HtmlEscape.escape(problem.hint()));
                }
                out.append("（<a href=\"/_preview/explain/")
                        .append(problem.code())
                        .append("\" target=\"_blank\" rel=\"noopener\">")
                        .append(problem.code())
                        .append("，怎么改</a>）</p>");
                if (problem.line() <= lines.size()) {
                    out.append("<pre><code>")
                            .append(HtmlEscape.escape(Masked.of(lines.get(problem.line() - 1))))
                            .append("</code></pre>");
                }
                out.append("</li>\n");
            }
            return out.append("</ol>\n").toString();
        }

        /** How many errors and warnings there are, such as 2个错误，1个警告. */
        static String counts(List<Problem> problems) {
            long errors = problems.stream().filter(Problem::isError).count();
            long warnings = problems.size() - errors;
            if (problems.isEmpty()) {
                return "没有问题";
            }
            return (errors > 0 ? errors + "个错误" : "")
                    + (errors > 0 && warnings > 0 ? "，" : "")
                    + (warnings > 0 ? warnings + "个警告" : "");
        }
    }

    /**
     * An entry as its author sees it.
     *
     * @param path the path of its source
     * @param lines the lines of its source; empty if it is not text
     * @param bodyLine the number of the first line of its body, from 1
     * @param problems its problems, sorted
     */
    record PreviewedEntry(String path, List<String> lines, int bodyLine, List<Problem> problems) {

        /** The entry of a path, which need not be readable. */
        static PreviewedEntry of(SiteSnapshot site, String path, List<Problem> problems) {
            List<String> lines = lines(site, path);
            Optional<Item> item = Optional.ofNullable(site.items().get(path));
            int body = item.map(it -> it.entry().source().bodyLine()).orElse(lines.size() + 1);
            return new PreviewedEntry(path, lines, body, problems);
        }

        static List<String> lines(SiteSnapshot site, String path) {
            return site.source(path)
                    .filter(bytes -> bytes.length <= TextDecoder.maxBytes())
                    .flatMap(bytes -> new TextDecoder().decode(path, bytes, problem -> {}))
                    .map(text -> List.of(text.split("\n", -1)))
                    .orElse(List.of());
        }
    }
}

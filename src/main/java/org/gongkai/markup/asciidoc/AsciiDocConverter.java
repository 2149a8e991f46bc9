package org.gongkai.markup.asciidoc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Title;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.Body;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.asciidoc.AsciiDocCost.AsciiDocTableCost;
import org.gongkai.markup.asciidoc.AsciiDocEngines.AsciiDocEngine;
import org.gongkai.markup.html.AuthorClasses;
import org.gongkai.markup.html.DroppedHtml;
import org.gongkai.markup.html.HtmlBody;
import org.gongkai.markup.html.Sanitizer;
import org.gongkai.markup.html.SourceLinks;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Converts AsciiDoc to HTML with one Asciidoctor, started when first needed. A second one would not be faster, so
 * conversions are serialized. It runs in the safest mode and reads no files; includes are resolved by this package.
 */
public final class AsciiDocConverter implements MarkupConverter {

    private final AsciiDocEngines engines;
    private final String folder;
    private final IncludedTexts included;
    private final AsciiDocOptions options;
    private final Object lock = new Object();
    private AsciiDocEngine engine;
    /** Attributes of an empty text. */
    private Map<String, Object> bare;

    private boolean closed;

    /**
     * Creates a converter; Asciidoctor is not started yet.
     *
     * @param engines where it is taken from, and given back to in the end
     * @param included the files of the site, of which those below {@code content/} may be included
     */
    public AsciiDocConverter(AsciiDocEngines engines, IncludedTexts included) {
        this(engines, SourceTree.CONTENT, included, AsciiDocOptions.ofSite());
    }

    /**
     * Creates a converter for texts that were written for another program: the output is that of Asciidoctor, except
     * what the allow-list removes, with other attributes. Asciidoctor is not started yet.
     *
     * @param engines where Asciidoctor is taken from, and given back to in the end
     * @param included the files that may be included, by their paths from the root
     * @param attributes attributes of every text; they cannot enable access to files or the network
     */
    public AsciiDocConverter(AsciiDocEngines engines, IncludedTexts included, Map<String, String> attributes) {
        this(engines, "", included, AsciiDocOptions.ofOtherProgram(attributes));
    }

    private AsciiDocConverter(AsciiDocEngines engines, String folder, IncludedTexts included, AsciiDocOptions options) {
        this.engines = engines;
        this.folder = folder;
        this.included = included;
        this.options = options;
    }

    /** Starts Asciidoctor in the background, which takes a second or two. */
    @Override
    public void warmUp() {
        Thread thread = new Thread(this::start, "asciidoc-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Body convert(Markup markup, LinkResolver links) {
        AsciiDocRun mine = new AsciiDocRun(folder, included, markup);
        String html = "";
        int expensive = AsciiDocCost.tooExpensiveAt(markup.text());
        int table = AsciiDocTableCost.tooExpensiveAt(markup.text());
        if (table >= 0) {
            int line = new BodyPositions(markup.text(), 1).line(table);
            mine.error("E160", mine.place(line), "这里的表格太大，无法转换", "减少列数、重复和跨越的格数（如 1000*|、1000+|），大的表格请作为附件");
        } else if (expensive >= 0) {
            int line = new BodyPositions(markup.text(), 1).line(expensive);
            mine.error("E160", mine.place(line), "这一段太长，星号、方括号等标记太多，无法转换", "用空行分成几段；要照原样显示的，放进代码块");
        } else {
            html = toHtml(markup, mine);
        }
        if (html.isEmpty()) {
            return new Body("", List.of(), Set.of(), mine.problems(), mine.included());
        }
        if (options.verbatim()) {
            return HtmlBody.verbatim(html, markup, links, mine.included()).with(mine.problems());
        }
        DroppedHtml dropped = new DroppedHtml(markup, false);
        Element clean = Sanitizer.clean(html, dropped);
        AsciiDocHtml.tidy(clean);
        return HtmlBody.of(clean, new SourceLinks(markup, links), true, dropped.problems(), mine.included())
                .with(mine.problems());
    }

    /**
     * Returns the header of a text: {@code doctitle} as HTML, and every attribute that the
     * text sets. Empty if Asciidoctor cannot parse it; converting the text reports why.
     */
    public Map<String, Object> header(Markup markup) {
        synchronized (lock) {
            try {
                return started()
                        .run(
                                new AsciiDocRun(folder, included, markup),
                                markup.text().length(),
                                asciidoctor -> {
                                    if (bare == null) {
                                        bare = attributes(asciidoctor, "");
                                    }
                                    return attributes(asciidoctor, markup.text());
                                })
                        .map(header -> {
                            header.entrySet()
                                    .removeIf(e -> e.getValue().equals(bare.get(e.getKey())) || isOfClock(e.getKey()));
                            return header;
                        })
                        .orElseGet(HashMap::new);
            } catch (RuntimeException | StackOverflowError e) {
                return new HashMap<>();
            }
        }
    }

    private static Map<String, Object> attributes(Asciidoctor asciidoctor, String text) {
        Document document = asciidoctor.load(
                text,
                Options.builder().safe(SafeMode.SECURE).parseHeaderOnly(true).build());
        Map<String, Object> all = new HashMap<>(document.getAttributes());
        all.values().removeIf(Objects::isNull);
        Title title = document.getStructuredDoctitle();
        if (title != null && title.getCombined() != null && all.containsKey("doctitle")) {
            all.put("doctitle", title.getCombined());
        }
        return all;
    }

    private static boolean isOfClock(String attribute) {
        return attribute.startsWith("local") || attribute.startsWith("doc") && !attribute.equals("doctitle");
    }

    private String toHtml(Markup markup, AsciiDocRun mine) {
        synchronized (lock) {
            try {
                Optional<String> html = started().run(mine, markup.text().length(), asciidoctor -> {
                    String made = asciidoctor.convert(markup.text(), options.of(markup.text()));
                    return made == null ? "" : made;
                });
                if (html.isEmpty()) {
                    mine.error("E160", mine.place(1), "这篇 AsciiDoc 转换的时间太长，没有转换", "多半是一段或一行里的标记太多；用空行分成几段，或拆成几篇");
                }
                return html.orElse("");
            } catch (RuntimeException | StackOverflowError e) {
                // Messages of Ruby's errors are of no use to authors.
                mine.error("E160", mine.place(1), "这篇 AsciiDoc 无法转换", "检查嵌套的块是否过多或没有结束");
                return "";
            }
        }
    }

    private void start() {
        synchronized (lock) {
            try {
                if (!closed) {
                    started();
                }
            } catch (RuntimeException | Error e) {
                // The first conversion fails in the same way and reports it.
                return;
            }
        }
    }

    private AsciiDocEngine started() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (engine == null || engine.isAbandoned()) {
            engine = engines.take(options.verbatim());
        }
        return engine;
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (engine != null) {
                engines.giveBack(engine);
                engine = null;
            }
        }
    }

    /** Adapts Asciidoctor's sanitized HTML to that of the other converters: no layout tables, no English. */
    private static final class AsciiDocHtml {
        private static final Set<String> LAYOUT = Set.of("table", "tbody", "tr", "td");
        private static final Pattern NUMBER = Pattern.compile("^(表|图) (\\d+)\\. ");

        private AsciiDocHtml() {}

        static void tidy(Element body) {
            body.getElementsByClass("admonitionblock").forEach(AsciiDocHtml::dropLayout);
            for (Element title : body.getElementsByClass("title")) {
                if (title.firstChild() instanceof TextNode text) {
                    // Official papers set the number of a table or figure apart so: 表1　人数.
                    text.text(NUMBER.matcher(text.getWholeText()).replaceFirst("$1$2　"));
                }
            }
            body.getElementsByAttributeValue("title", "View footnote.").attr("title", "查看脚注");
            AuthorClasses.renameInAsciiDoc(body);
        }

        private static void dropLayout(Element parent) {
            for (Element part : List.copyOf(parent.children())) {
                boolean isPlain = part.attributesSize() == 0 || part.hasClass("icon") || part.hasClass("content");
                if (isPlain && LAYOUT.contains(part.normalName())) {
                    if (!part.nameIs("td")) {
                        part.textNodes().forEach(TextNode::remove);
                        dropLayout(part);
                    }
                    part.unwrap();
                }
            }
        }
    }
}

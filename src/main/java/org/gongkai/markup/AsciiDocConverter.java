package org.gongkai.markup;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Title;
import org.gongkai.problem.Problem;

/**
 * AsciiDoc to HTML by one Asciidoctor, started when first needed. A second one would not be faster, so that conversions
 * wait for each other. It runs at the safest level and reads no file by itself; includes are ours to resolve.
 */
public final class AsciiDocConverter implements MarkupConverter, AutoCloseable {
    /** Held here so that its level is not forgotten: the library prints what it also tells our handler. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("asciidoctor");

    /** What Asciidoctor does otherwise here, in its own language. */
    private static final List<String> SCRIPTS = List.of("chinese.rb", "formulas.rb", "media.rb");

    /** What a text sees unless it says something else itself: that is what {@code @} means to Asciidoctor. */
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("lang", "zh-CN@"),
            // References between files keep the name that was typed.
            Map.entry("outfilesuffix", ".adoc"),
            Map.entry("relfilesuffix", ".adoc"),
            Map.entry("tip-caption", "提示@"),
            Map.entry("note-caption", "注意@"),
            Map.entry("important-caption", "重要@"),
            Map.entry("warning-caption", "警告@"),
            Map.entry("caution-caption", "小心@"),
            Map.entry("figure-caption", "图@"),
            Map.entry("table-caption", "表@"),
            Map.entry("example-caption", "示例@"),
            Map.entry("appendix-caption", "附录@"),
            Map.entry("appendix-refsig", "附录@"),
            Map.entry("chapter-refsig", "章@"),
            Map.entry("section-refsig", "节@"),
            Map.entry("part-refsig", "部分@"),
            Map.entry("toc-title", "目录@"),
            Map.entry("untitled-label", "无标题@"));
    /** What reads files or the network; no text must switch it on. */
    private static final List<String> REACHING = List.of(
            "stylesheet",
            "linkcss",
            "copycss",
            "docinfo",
            "docinfo1",
            "docinfo2",
            "data-uri",
            "allow-uri-read",
            "cache-uri",
            "webfonts",
            "kroki-server-url",
            "kroki-fetch-diagram");

    /** What changes how texts look, and is not a writer's to decide on our own sites. */
    private static final List<String> LOOKS =
            List.of("sectanchors", "sectlinks", "source-highlighter", "icons", "showtitle");

    private static final List<String> OFF =
            Stream.concat(REACHING.stream(), LOOKS.stream()).toList();

    private static final Pattern ICONS = Pattern.compile("^:icons:(.*)$", Pattern.MULTILINE);

    private final String folder;
    private final IncludedTexts included;
    private final Map<String, String> attributes;
    private final boolean verbatim;
    private final Object lock = new Object();
    private Asciidoctor engine;
    private AsciiDocRun run;
    /** Attributes that there are without a text. */
    private Map<String, Object> bare;

    private boolean closed;

    /**
     * A converter that starts nothing yet.
     *
     * @param included the files of the site, of which those below {@code content/} may be included
     */
    public AsciiDocConverter(IncludedTexts included) {
        this("content/", included, OURS, false);
    }

    /**
     * A converter that starts nothing yet, for texts written for another program: they show what Asciidoctor shows, but
     * for what the allow-list takes out, and see other attributes than ours.
     *
     * @param included the files that may be included, by their paths from the root
     * @param attributes attributes that every text sees; they cannot switch on what reads files or the network
     */
    public AsciiDocConverter(IncludedTexts included, Map<String, String> attributes) {
        this("", included, attributes, true);
    }

    private AsciiDocConverter(String folder, IncludedTexts included, Map<String, String> attributes, boolean verbatim) {
        this.folder = folder;
        this.included = included;
        this.attributes = Map.copyOf(attributes);
        this.verbatim = verbatim;
    }

    /** Starts Asciidoctor in the background, which takes a second or two. */
    public void warmUp() {
        Thread thread = new Thread(this::start, "asciidoc-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Body convert(Markup markup, Links links) {
        AsciiDocRun mine = new AsciiDocRun(folder, markup);
        String html = "";
        int dear = AsciiDocCost.tooDearAt(markup.text());
        if (dear >= 0) {
            int line = new Positions(Prepared.asTyped(markup.text()), 1).line(dear);
            mine.error("E160", mine.place(line), "这一段太长，星号、方括号等标记太多，无法转换", "用空行分成几段；要照原样显示的，放进代码块");
        } else {
            html = toHtml(markup, mine);
        }
        if (html.isEmpty()) {
            return new Body("", List.of(), Set.of(), mine.problems(), mine.included());
        }
        if (verbatim) {
            return VerbatimBody.of(html, markup, links, mine.problems(), mine.included());
        }
        DroppedHtml dropped = DroppedHtml.ofConverted(markup);
        List<HtmlEvent> clean = AsciiDocHtml.tidy(Sanitizer.clean(html, dropped));
        List<Problem> problems = new ArrayList<>(mine.problems());
        problems.addAll(dropped.problems());
        return HtmlBody.ofAsciiDoc(clean, new TypedLinks(markup, links, null), problems, mine.included());
    }

    /**
     * What the header of a text says: {@code doctitle} ready for HTML, and every attribute that is there because of this
     * text. Empty if Asciidoctor cannot read it; then converting it tells why.
     */
    public Map<String, Object> header(Markup markup) {
        synchronized (lock) {
            try {
                run = new AsciiDocRun(folder, markup);
                Map<String, Object> header = attributes(markup.text());
                if (bare == null) {
                    bare = attributes("");
                }
                header.entrySet().removeIf(e -> e.getValue().equals(bare.get(e.getKey())) || isOfClock(e.getKey()));
                return header;
            } catch (RuntimeException | StackOverflowError e) {
                return new HashMap<>();
            } finally {
                run = null;
            }
        }
    }

    private Map<String, Object> attributes(String text) {
        Document document = started()
                .load(
                        text,
                        Options.builder()
                                .safe(SafeMode.SECURE)
                                .parseHeaderOnly(true)
                                .build());
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
                run = mine;
                String html = started().convert(markup.text(), options(markup.text()));
                return html == null ? "" : html;
            } catch (RuntimeException | StackOverflowError e) {
                // Ruby's errors come as they are; a writer can do nothing with their text.
                mine.error("E160", mine.place(1), "这篇 AsciiDoc 无法转换", "检查嵌套的块是否过多或没有结束");
                return "";
            } finally {
                run = null;
            }
        }
    }

    private void start() {
        synchronized (lock) {
            if (!closed) {
                started();
            }
        }
    }

    private Asciidoctor started() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (engine == null) {
            LIBRARY_LOG.setLevel(Level.OFF);
            engine = Asciidoctor.Factory.create();
            engine.registerLogHandler(entry -> {
                if (run != null) {
                    run.log(entry);
                }
            });
            if (!verbatim) {
                for (String script : SCRIPTS) {
                    engine.rubyExtensionRegistry().loadClass(script(script));
                }
            }
            engine.javaExtensionRegistry().includeProcessor(new ContentIncludes(included, () -> run));
        }
        return engine;
    }

    private static InputStream script(String name) {
        return Objects.requireNonNull(AsciiDocConverter.class.getResourceAsStream(name), name);
    }

    private Options options(String text) {
        AttributesBuilder all = Attributes.builder();
        attributes.forEach(all::attribute);
        all.attribute("attribute-missing", "warn@");
        Matcher icons = ICONS.matcher(text);
        if (verbatim && icons.find()) {
            // At the safest level no text may ask for icons by itself.
            all.attribute("icons", icons.group(1).strip());
        } else if (!verbatim) {
            all.attribute("idprefix", HeadingIds.GENERATED).attribute("idseparator", "-");
        }
        (verbatim ? REACHING : OFF).forEach(name -> all.attribute(name, null));
        return Options.builder()
                .safe(SafeMode.SECURE)
                .backend("html5")
                .standalone(false)
                .attributes(all.build())
                .build();
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (engine != null) {
                engine.close();
                engine = null;
            }
        }
    }
}

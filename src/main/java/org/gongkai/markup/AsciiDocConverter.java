package org.gongkai.markup;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
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
    /** What a text must not switch on. */
    private static final List<String> OFF = List.of(
            "sectanchors",
            "sectlinks",
            "stylesheet",
            "linkcss",
            "copycss",
            "docinfo",
            "docinfo1",
            "docinfo2",
            "data-uri",
            "allow-uri-read",
            "cache-uri",
            "source-highlighter",
            "icons",
            "webfonts",
            "kroki-server-url",
            "kroki-fetch-diagram",
            "showtitle");

    private final String folder;
    private final IncludedTexts included;
    private final Map<String, String> attributes;
    private final Object lock = new Object();
    private Asciidoctor engine;
    private AsciiDocRun run;
    private boolean closed;

    /**
     * A converter that starts nothing yet.
     *
     * @param included the files of the site, of which those below {@code content/} may be included
     */
    public AsciiDocConverter(IncludedTexts included) {
        this("content/", included, OURS);
    }

    /**
     * A converter that starts nothing yet, for texts that are to see other attributes than ours, captions in Chinese among them.
     *
     * @param folder folder below which files may be included, ending in {@code /}
     * @param included the files of the site
     * @param attributes attributes that every text sees; they cannot switch on what is off
     */
    public AsciiDocConverter(String folder, IncludedTexts included, Map<String, String> attributes) {
        this.folder = folder;
        this.included = included;
        this.attributes = Map.copyOf(attributes);
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
        DroppedHtml dropped = new DroppedHtml();
        List<HtmlEvent> clean = AsciiDocHtml.tidy(Sanitizer.clean(html, dropped));
        List<Problem> problems = new ArrayList<>(mine.problems());
        problems.addAll(dropped.problems(markup));
        return HtmlBody.ofAsciiDoc(clean, new TypedLinks(markup, links, null), problems, mine.included());
    }

    private String toHtml(Markup markup, AsciiDocRun mine) {
        synchronized (lock) {
            try {
                run = mine;
                String html = started().convert(markup.text(), options());
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
            for (String script : SCRIPTS) {
                engine.rubyExtensionRegistry().loadClass(script(script));
            }
            engine.javaExtensionRegistry().includeProcessor(new ContentIncludes(included, () -> run));
        }
        return engine;
    }

    private static InputStream script(String name) {
        return Objects.requireNonNull(AsciiDocConverter.class.getResourceAsStream(name), name);
    }

    private Options options() {
        AttributesBuilder all = Attributes.builder();
        attributes.forEach(all::attribute);
        all.attribute("idprefix", HeadingIds.GENERATED)
                .attribute("idseparator", "-")
                .attribute("attribute-missing", "warn@");
        OFF.forEach(name -> all.attribute(name, null));
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

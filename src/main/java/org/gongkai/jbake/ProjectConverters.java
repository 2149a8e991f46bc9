package org.gongkai.jbake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.gongkai.markup.AsciiDocConverter;
import org.gongkai.markup.Converters;
import org.gongkai.markup.MarkdownConverter;

/** Sets our converters up so that a text shows what it shows under JBake: its line ends, its captions, its attributes. */
final class ProjectConverters {

    private static final List<String> ENGLISH = List.of(
            "caution-caption=Caution",
            "important-caption=Important",
            "note-caption=Note",
            "tip-caption=Tip",
            "warning-caption=Warning",
            "appendix-caption=Appendix",
            "appendix-refsig=Appendix",
            "chapter-refsig=Chapter",
            "section-refsig=Section",
            "part-refsig=Part",
            "example-caption=Example",
            "figure-caption=Figure",
            "table-caption=Table",
            "toc-title=Table of Contents",
            "untitled-label=Untitled",
            "version-label=Version");

    private final Path root;
    private final CompositeConfiguration settings;

    ProjectConverters(Path root, CompositeConfiguration settings) {
        this.root = root;
        this.settings = settings;
    }

    Converters converters() {
        List<String> extensions = settings.getList(String.class, "markdown.extensions", List.of());
        boolean keepsLines = isOn(extensions, "HARDWRAPS");
        boolean tightHeadings = !isOn(extensions, "ATXHEADERSPACE");
        String content = settings.getString("content.folder", "content");
        String name = root.resolve(content).getFileName().toString();
        return new Converters(
                new AsciiDocConverter(name + "/", new ProjectIncludes(root, content, name), attributes()),
                new MarkdownConverter(keepsLines, tightHeadings),
                ending -> Optional.empty());
    }

    /** The last word on an extension counts. */
    static boolean isOn(List<String> extensions, String name) {
        boolean on = false;
        for (String typed : extensions) {
            boolean named = typed.replaceFirst("^[+-]", "").equals(name);
            on = named ? !typed.startsWith("-") : on;
        }
        return on;
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        if (settings.getBoolean("asciidoctor.attributes.export", false)) {
            String prefix = settings.getString("asciidoctor.attributes.export.prefix", "");
            for (Iterator<String> keys = settings.getKeys(); keys.hasNext(); ) {
                String key = keys.next();
                if (!key.startsWith("asciidoctor") && settings.getProperty(key) instanceof String value) {
                    attributes.put(prefix + key.replace('.', '_'), value);
                }
            }
        }
        // A text may still have captions of its own.
        ENGLISH.forEach(caption -> add(attributes, caption + "@"));
        settings.getList(String.class, "asciidoctor.attributes", List.of())
                .forEach(attribute -> add(attributes, attribute));
        return attributes;
    }

    private static void add(Map<String, String> attributes, String typed) {
        int equals = typed.indexOf('=');
        if (equals > 0) {
            attributes.put(
                    typed.substring(0, equals).strip(),
                    typed.substring(equals + 1).strip());
        } else if (!typed.isBlank()) {
            attributes.put(typed.strip(), "");
        }
    }
}

package org.gongkai.jbake.settings;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.gongkai.markup.asciidoc.AsciiDocConverter;
import org.gongkai.markup.convert.Converters;
import org.gongkai.markup.html.VerbatimHtmlConverter;
import org.gongkai.markup.markdown.VerbatimMarkdownConverter;

/** Creates converters with the output of JBake. */
public final class ProjectConverters implements AutoCloseable {

    private final CompositeConfiguration settings;
    private final AsciiDocConverter asciiDoc;
    private final Converters all;

    public ProjectConverters(Path root, CompositeConfiguration settings) {
        this.settings = settings;
        this.asciiDoc = new AsciiDocConverter(new ProjectIncludes(root), attributes());
        this.all = new Converters(
                asciiDoc,
                new VerbatimMarkdownConverter(
                        markdown(settings.getList(String.class, "markdown.extensions", List.of()))),
                new VerbatimHtmlConverter(),
                ending -> Optional.empty());
    }

    public AsciiDocConverter asciiDoc() {
        return asciiDoc;
    }

    public Converters all() {
        return all;
    }

    @Override
    public void close() {
        all.close();
    }

    /** Returns flexmark's options for JBake's names of extensions; other names are ignored, as in JBake. */
    private static DataHolder markdown(List<String> names) {
        int extensions = PegdownExtensions.NONE;
        for (String typed : names) {
            int named = extension(typed.replaceFirst("^[+-]", ""));
            extensions = typed.startsWith("-") ? extensions & ~named : extensions | named;
        }
        return new MutableDataSet(PegdownOptionsAdapter.flexmarkOptions(extensions))
                .set(AutolinkExtension.IGNORE_LINKS, BareAddresses.CHINESE)
                .toImmutable();
    }

    private static int extension(String name) {
        try {
            return PegdownExtensions.class.getField(name).getInt(null);
        } catch (ReflectiveOperationException e) {
            return PegdownExtensions.NONE;
        }
    }

    /** Whether the last occurrence of a Markdown extension enables it. */
    public static boolean isOn(List<String> extensions, String name) {
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

package org.gongkai.feature.jbake.settings;

import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.asciidoc.AsciiDocConverter;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.markup.convert.Converters;
import org.gongkai.markup.html.HtmlBody;
import org.gongkai.markup.markdown.VerbatimMarkdownConverter;
import org.gongkai.problem.Problem;

/** Creates converters whose output is that of JBake. */
public final class ProjectConverters implements AutoCloseable {

    private final CompositeConfiguration settings;
    private final AsciiDocConverter asciiDoc;
    private final Converters all;

    /** @param engines lends Asciidoctor until {@link #close} */
    public ProjectConverters(Path root, CompositeConfiguration settings, AsciiDocEngines engines) {
        this.settings = settings;
        this.asciiDoc = new AsciiDocConverter(engines, new ProjectIncludes(root, new TextDecoder()), attributes());
        Map<EntryFormat, MarkupConverter> byFormat = Map.of(
                EntryFormat.ASCIIDOC,
                asciiDoc,
                EntryFormat.MARKDOWN,
                new VerbatimMarkdownConverter(PegdownOptionsAdapter.flexmarkOptions(
                        extensions(settings.getList(String.class, "markdown.extensions", List.of())))),
                EntryFormat.HTML,
                (markup, links) -> HtmlBody.verbatim(markup.text(), markup, links, Set.of()));
        this.all = new Converters(byFormat::get, ending -> Optional.empty());
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

    /** Combines flexmark's options for JBake's names of extensions; other names are ignored, as in JBake. */
    private static int extensions(List<String> names) {
        int extensions = PegdownExtensions.NONE;
        for (String typed : names) {
            int named = extension(typed.replaceFirst("^[+-]", ""));
            extensions = typed.startsWith("-") ? extensions & ~named : extensions | named;
        }
        return extensions;
    }

    private static int extension(String name) {
        try {
            return PegdownExtensions.class.getField(name).getInt(null);
        } catch (ReflectiveOperationException e) {
            return PegdownExtensions.NONE;
        }
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
        String[] parts = typed.split("=", 2);
        if (!parts[0].isBlank()) {
            attributes.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
        }
    }

    /**
     * The files that a project's texts may include: all files of the project, as in JBake, except hidden ones such as
     * Git's configuration.
     */
    private record ProjectIncludes(Path root, TextDecoder decoder) implements IncludedTexts {

        @Override
        public boolean has(String path) {
            return file(path).isPresent();
        }

        /** A project has a single audience. */
        @Override
        public boolean isEntry(String path) {
            return false;
        }

        @Override
        public boolean toleratesMissing() {
            return true;
        }

        @Override
        public Optional<String> text(String path, Consumer<Problem> problems) {
            return file(path)
                    .flatMap(file -> Uncheck.get(() -> decoder.decode(path, Files.readAllBytes(file), problems)));
        }

        private Optional<Path> file(String path) {
            if (path.isEmpty() || ("/" + path).contains("/.")) {
                return Optional.empty();
            }
            try {
                Path real = root.resolve(path).toRealPath();
                boolean inside = real.startsWith(root) && !("/" + root.relativize(real)).contains("/.");
                return inside && Files.isRegularFile(real) && Files.size(real) <= TextDecoder.maxBytes()
                        ? Optional.of(real)
                        : Optional.empty();
            } catch (IOException | InvalidPathException e) {
                return Optional.empty();
            }
        }
    }
}

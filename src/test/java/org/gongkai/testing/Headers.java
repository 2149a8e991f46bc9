package org.gongkai.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.EntryDefaults;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.HeaderContext;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;

/** Reads the header of one file as a build reads it: from its bytes. */
public final class Headers {

    private static final YamlReader YAML = new YamlReader();
    private static final Kinds KINDS = Kinds.builtIn(YAML);

    private Headers() {}

    /** What was read: the entry, if there is one, and what was told. */
    public record Read(Optional<Entry> entry, List<Problem> found) {

        /** The lines that a writer sees. */
        public List<String> problems() {
            return found.stream().sorted().map(Problem::text).toList();
        }
    }

    /** The kinds that headers may name. */
    public static Kinds kinds() {
        return KINDS;
    }

    /** What headers mean on a site that has these kinds and no other settings. */
    public static HeaderContext context(Kinds kinds) {
        return new HeaderContext(kinds, new WorkCalendar(YAML, List.of()), EntryDefaults.NONE);
    }

    public static Read read(String path, byte[] bytes) {
        return read(KINDS, path, bytes);
    }

    private static Read read(Kinds kinds, String path, byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        EntryReader reader = new EntryReader(new HeaderParser(YAML), context(kinds), EntryReader.Strictness.STRICT);
        Optional<Entry> entry = new TextDecoder()
                .decode(path, bytes, problems::add)
                .flatMap(text -> reader.read(new SourceFile(path, bytes.length), text, problems::add));
        return new Read(entry, problems);
    }

    public static Read read(String path, String text) {
        return read(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads {@code content/a.md} with a YAML header of these lines. */
    public static Read yaml(String... lines) {
        return read("content/a.md", "---\n" + String.join("\n", lines) + "\n---\n\n正文。\n");
    }

    /** Reads {@code content/a.md} with a YAML header of these lines on a site of these kinds. */
    public static Read yaml(Kinds kinds, String... lines) {
        String text = "---\n" + String.join("\n", lines) + "\n---\n\n正文。\n";
        return read(kinds, "content/a.md", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads {@code content/a.md} with a header of JBake's form. */
    public static Read jbake(String... lines) {
        return read("content/a.md", String.join("\n", lines) + "\n~~~~~~\n\n正文。\n");
    }

    /** Reads {@code content/a.adoc}. */
    public static Read asciidoc(String... lines) {
        return read("content/a.adoc", String.join("\n", lines) + "\n\n正文。\n");
    }

    /** The entry of a header in which nothing may be wrong. */
    public static Entry right(Read read) {
        if (!read.found().isEmpty()) {
            throw new AssertionError(String.join("\n", read.problems()));
        }
        return read.entry().orElseThrow();
    }

    public static Entry.Listing listed(Read read) {
        return right(read).listing();
    }
}

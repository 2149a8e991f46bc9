package org.gongkai.check.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.feature.rules.TextRules;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;

/** Tells what the rules say of a text; its body begins on line 6. */
public final class Texts {

    private static final YamlReader YAML = new YamlReader();
    private static final Kinds KINDS = Kinds.builtIn(YAML);
    private static final TextCheck CHECK = TextRules.all();

    private Texts() {}

    /** What is said of a Markdown body of an entry of 2024: {@code line:column 警告 W220 message；hint}. */
    public static List<String> body(String... lines) {
        return file("content/a.md", "---\n标题: 甲\n发布日期: 2024-05-01\n---\n\n" + String.join("\n", lines) + "\n");
    }

    /** What is said of an entry with these fields more than a date. */
    public static List<String> header(String... lines) {
        return file("content/a.md", "---\n发布日期: 2024-05-01\n" + String.join("\n", lines) + "\n---\n\n正文。\n");
    }

    public static List<String> file(String path, String text) {
        List<Problem> problems = new ArrayList<>();
        EntryReader reader =
                new EntryReader(new HeaderParser(YAML), Headers.context(KINDS), EntryReader.Strictness.STRICT);
        Entry entry = reader.read(
                        new SourceFile(path, text.getBytes(StandardCharsets.UTF_8).length), text, problems::add)
                .orElseThrow(() -> new AssertionError(problems.toString()));
        problems.clear();
        CHECK.check(new ProseReader().read(entry, text), problems::add);
        return problems.stream()
                .sorted()
                .map(problem -> problem.text().substring(path.length() + 1))
                .toList();
    }
}

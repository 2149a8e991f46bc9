package org.gongkai.acceptance;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of the secretaries' manual, and what it says of itself: {@code ```yaml 文件头 文种=党课} in Markdown, in
 * AsciiDoc {@code // 示例：正文} on the line before {@code [source,asciidoc]}. Readers see neither.
 *
 * @param place page and line of the manual
 * @param language of its text, or empty
 * @param sort the word that says what it is, or empty
 * @param value what the sort has behind its equals sign, or empty
 * @param options further words, each with what stands behind its equals sign, if anything
 * @param text the example
 */
record ManualBlock(String place, String language, String sort, String value, List<String> options, String text) {

    private static final Path MANUAL = ManualExamplesTest.SOURCE.resolve("content");

    /** Generated; the examples on it are tested where its rules are. */
    private static final String RULES = "10-规则一览.md";

    private static final Pattern ASCIIDOC_BLOCK = Pattern.compile(
            "(?m)(?:^// 示例：(.*)\\n)?(?:^\\[source(?:,(\\w+))?[^\\]]*\\]\\n)?^(-{4,}|\\.{4,})\\n" + "((?s:.*?))\\n\\3$");

    private static final Pattern HEADER = Pattern.compile("\\A(?s:---\\n.*?\\n---|[^\\n#`]+=.*?\\n~~~~~~)\\n");

    /** Every example of every page that is written by hand. */
    static List<ManualBlock> all() {
        try (var files = Files.walk(MANUAL)) {
            List<ManualBlock> blocks = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|adoc)"))
                    .filter(f -> !f.endsWith(RULES))
                    .sorted()
                    .toList()) {
                String page = MANUAL.relativize(file).toString().replace('\\', '/');
                String text = Files.readString(file);
                blocks.addAll(page.endsWith(".md") ? markdown(page, text) : asciidoc(page, text));
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands behind an option, empty if it has nothing; nothing if the example does not have it. */
    Optional<String> option(String name) {
        return options.stream()
                .filter(option -> option.equals(name) || option.startsWith(name + "="))
                .map(option -> option.substring(Math.min(option.length(), name.length() + 1)))
                .findFirst();
    }

    private static List<ManualBlock> markdown(String page, String text) {
        List<ManualBlock> blocks = new ArrayList<>();
        Node document = Parser.builder().build().parse(withoutHeader(text));
        for (Node node : document.getDescendants()) {
            String place = page + ":" + (node.getLineNumber() + 1);
            if (node instanceof FencedCodeBlock code) {
                String[] info = code.getInfo().toString().strip().split("\\s+", 2);
                blocks.add(of(
                        place,
                        info[0],
                        info.length > 1 ? info[1] : "",
                        code.getContentChars().normalizeEOL()));
            } else if (node instanceof IndentedCodeBlock) {
                blocks.add(of(place, "", "", ""));
            }
        }
        return blocks;
    }

    /** Empty lines in the place of the header, of which one form ends like a block begins. */
    private static String withoutHeader(String text) {
        return HEADER.matcher(text).replaceFirst(header -> "\n"
                .repeat((int) header.group().chars().filter(c -> c == '\n').count()));
    }

    private static List<ManualBlock> asciidoc(String page, String text) {
        List<ManualBlock> blocks = new ArrayList<>();
        Matcher block = ASCIIDOC_BLOCK.matcher(text);
        while (block.find()) {
            long line = text.substring(0, block.start(3)).lines().count() + 1;
            blocks.add(of(
                    page + ":" + line,
                    block.group(2) == null ? "" : block.group(2),
                    block.group(1) == null ? "" : block.group(1),
                    block.group(4).replace("\\include::", "include::") + "\n"));
        }
        return blocks;
    }

    private static ManualBlock of(String place, String language, String words, String text) {
        List<String> all = Arrays.asList(words.strip().split("\\s+"));
        String[] sort = all.get(0).split("=", 2);
        return new ManualBlock(
                place, language, sort[0], sort.length > 1 ? sort[1] : "", all.subList(1, all.size()), text);
    }

    @Override
    public String toString() {
        return place + " " + sort;
    }
}

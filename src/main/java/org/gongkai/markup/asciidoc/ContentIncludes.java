package org.gongkai.markup.asciidoc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.asciidoc.AsciiDocRun.AsciiDocSources;

/**
 * Resolves every {@code include::}: only files in the content folder that are not entries, never an address or a path
 * out of it.
 */
final class ContentIncludes extends IncludeProcessor {
    private static final int MOST = 200;
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private final Supplier<AsciiDocRun> current;

    /**
     * Creates a processor.
     *
     * @param current the conversion under way
     */
    ContentIncludes(Supplier<AsciiDocRun> current) {
        this.current = current;
    }

    @Override
    public boolean handles(String target) {
        return true;
    }

    @Override
    public void process(Document document, PreprocessorReader reader, String target, Map<String, Object> attributes) {
        AsciiDocRun run = current.get();
        IncludedTexts texts = run.texts();
        // The reader is already after the include.
        AsciiDocSources.Place at = run.place(reader.getLineNumber() - 1);
        if (run.countInclude() > MOST) {
            run.error("E161", at, "包含的文件过多：" + target, "一篇最多包含 " + MOST + " 次，且不能包含自身");
            return;
        }
        if (URI.matcher(target).matches() || target.startsWith("//") || target.startsWith("\\")) {
            run.error("E161", at, "不能包含网址或盘符：" + target, "只能包含" + run.scope() + "中的文件");
            return;
        }
        String file = resolve(at.file(), target);
        run.includes(file);
        if (file.isEmpty() || !run.isBelowContent(file)) {
            String scope = run.scope();
            run.error("E161", at, "不能包含" + scope + "以外的文件：" + target, "只能包含" + scope + "中的文件");
        } else if (!texts.has(file)) {
            if (texts.toleratesMissing()) {
                missing(reader, run, at, target, attributes);
            } else if (!attributes.containsKey("optional-option")) {
                run.error("E162", at, "包含的文件不存在：" + target, "核对文件名和所在目录");
            }
        } else if (texts.isEntry(file)) {
            run.error("E165", at, "不能包含另一篇条目：" + target, "把要共用的文字放进名字以 _ 开头的文件，两篇都从那里包含");
        } else {
            Optional<String> text = texts.text(file, problem -> {
                if (problem.isError()) {
                    run.error(
                            "E162",
                            at,
                            "包含的文件“" + target + "”第" + problem.line() + "行读不出来：" + problem.message(),
                            problem.hint());
                } else {
                    run.add(problem);
                }
            });
            text.map(run.markup().included()).ifPresent(typed -> include(typed, file, target, at, reader, attributes));
        }
    }

    private void include(
            String text,
            String file,
            String target,
            AsciiDocSources.Place at,
            PreprocessorReader reader,
            Map<String, Object> attributes) {
        AsciiDocRun run = current.get();
        IncludedLines lines = IncludedLines.select(target, text, attributes);
        for (IncludedLines.SelectionProblem found : lines.problems()) {
            run.error("E167", at, found.message(), found.hint());
        }
        if (lines.numbers().length > 0) {
            Map<String, Object> all = new HashMap<>(attributes);
            if (lines.isPartial()) {
                all.put("partial-option", "");
            }
            // References to the file become references to its included lines if they contain this path.
            boolean isBeside = file.startsWith(run.ownFolder());
            String path = isBeside ? file.substring(run.ownFolder().length()) : file;
            reader.pushInclude(lines.text(), file, path, run.reads(file, lines), all);
        }
    }

    /** Inserts Asciidoctor's text for a missing file. */
    private static void missing(
            PreprocessorReader reader,
            AsciiDocRun run,
            AsciiDocSources.Place at,
            String target,
            Map<String, Object> attributes) {
        if (!attributes.containsKey("optional-option")) {
            run.warning("W162", at, "包含的文件不存在：" + target, "核对文件名和所在目录");
            String shown = "Unresolved directive in <stdin> - include::" + target + "[" + typed(attributes) + "]";
            IncludedLines line = new IncludedLines(shown + "\n", new int[] {at.line()}, true, List.of());
            reader.pushInclude(line.text(), at.file(), at.file(), run.reads(at.file(), line), Map.of());
        }
    }

    /** Returns the attributes as they were probably typed. */
    private static String typed(Map<String, Object> attributes) {
        return attributes.entrySet().stream()
                .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                .collect(Collectors.joining(","));
    }

    /** Resolves a path in a file to a path from the site's root; empty if it is outside the site. */
    private static String resolve(String from, String target) {
        if (target.startsWith("/")) {
            return "";
        }
        Deque<String> names = new ArrayDeque<>();
        String typed = from.substring(0, from.lastIndexOf('/') + 1) + target.replace('\\', '/');
        for (String name : typed.split("/")) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return "";
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}

package org.gongkai.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;

/**
 * Resolves every {@code include::} itself: only files below the content folder that are no entries, never an address or a way
 * out.
 */
final class ContentIncludes extends IncludeProcessor {
    private static final int MOST = 200;
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private final IncludedTexts texts;
    private final UnaryOperator<String> prepare;
    private final Supplier<AsciiDocRun> current;

    /**
     * Includes below a folder.
     *
     * @param prepare what is done to every text before Asciidoctor reads it
     * @param current the conversion under way
     */
    ContentIncludes(IncludedTexts texts, UnaryOperator<String> prepare, Supplier<AsciiDocRun> current) {
        this.texts = texts;
        this.prepare = prepare;
        this.current = current;
    }

    @Override
    public boolean handles(String target) {
        return true;
    }

    @Override
    public void process(Document document, PreprocessorReader reader, String target, Map<String, Object> attributes) {
        AsciiDocRun run = current.get();
        String from = run.fileOf(reader.getFile());
        // The reader has gone past the include already.
        int line = reader.getLineNumber() - 1;
        if (run.countInclude() > MOST) {
            run.error("E161", from, line, "包含的文件过多：" + target, "一篇最多包含 " + MOST + " 次，且不能包含自身");
            return;
        }
        if (URI.matcher(target).matches() || target.startsWith("//") || target.startsWith("\\")) {
            run.error("E161", from, line, "不能包含网址或盘符：" + target, "只能包含" + run.scope() + "中的文件");
            return;
        }
        String file = resolve(from, target);
        run.includes(file);
        if (file.isEmpty() || !run.isBelowContent(file)) {
            String scope = run.scope();
            run.error("E161", from, line, "不能包含" + scope + "以外的文件：" + target, "只能包含" + scope + "中的文件");
        } else if (!texts.has(file)) {
            if (texts.toleratesMissing()) {
                missing(reader, run, from, line, target, attributes);
            } else if (!attributes.containsKey("optional-option")) {
                run.error("E162", from, line, "包含的文件不存在：" + target, "核对文件名和所在目录");
            }
        } else if (texts.isEntry(file)) {
            run.error("E165", from, line, "不能包含另一篇条目：" + target, "把要共用的文字放进名字以 _ 开头的文件，两篇都从那里包含");
        } else {
            Optional<String> text = texts.text(file, problem -> {
                if (problem.isError()) {
                    run.error(
                            "E162",
                            from,
                            line,
                            "包含的文件“" + target + "”第" + problem.line() + "行读不出来：" + problem.message(),
                            problem.hint());
                } else {
                    run.add(problem);
                }
            });
            if (text.isEmpty()) {
                return;
            }
            String part = prepare.apply(IncludedFile.select(text.get(), attributes));
            reader.pushInclude(part, file, file, 1, attributes);
        }
    }

    private static void missing(
            PreprocessorReader reader,
            AsciiDocRun run,
            String from,
            int line,
            String target,
            Map<String, Object> attributes) {
        if (!attributes.containsKey("optional-option")) {
            run.warning("W162", from, line, "包含的文件不存在：" + target, "核对文件名和所在目录");
            reader.pushInclude(
                    "Unresolved directive in <stdin> - include::" + target + "[" + typed(attributes) + "]",
                    from,
                    from,
                    line,
                    Map.of());
        }
    }

    /** The list of attributes as it was most likely typed. */
    private static String typed(Map<String, Object> attributes) {
        return attributes.entrySet().stream()
                .map(a -> a.getKey() + "=" + a.getValue())
                .collect(Collectors.joining(","));
    }

    /** The path from the site's root that a path typed in a file means; empty if it leads out of the site. */
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

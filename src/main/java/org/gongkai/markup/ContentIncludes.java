package org.gongkai.markup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;
import org.gongkai.source.TextDecoder;

/** Resolves every {@code include::} itself: only regular files below the content folder, never an address or a way out. */
final class ContentIncludes extends IncludeProcessor {
    private static final int MOST = 200;
    private static final long LARGEST = 4L << 20;
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private final Path root;
    private final Supplier<AsciiDocRun> current;

    /**
     * Includes below a folder.
     *
     * @param current the conversion under way
     */
    ContentIncludes(Path root, Supplier<AsciiDocRun> current) {
        this.root = root;
        this.current = current;
    }

    @Override
    public boolean handles(String target) {
        return true;
    }

    @Override
    public void process(Document document, PreprocessorReader reader, String target, Map<String, Object> attributes) {
        AsciiDocRun run = current.get();
        Path from = run.fileOf(reader.getFile());
        // The reader has gone past the include already.
        int line = reader.getLineNumber() - 1;
        if (run.countInclude() > MOST) {
            run.error("E161", from, line, "包含的文件过多：" + target, "一篇最多包含 " + MOST + " 次，且不能包含自身");
            return;
        }
        if (URI.matcher(target).matches() || target.startsWith("//") || target.startsWith("\\")) {
            run.error("E161", from, line, "不能包含网址或盘符：" + target, "只能包含内容目录中的文件");
            return;
        }
        Path file;
        try {
            Path folder = from.getParent();
            file = folder.resolve(target).normalize();
        } catch (InvalidPathException e) {
            run.error("E162", from, line, "包含的文件名无效：" + target, "");
            return;
        }
        if (!file.startsWith(root)) {
            run.error("E161", from, line, "不能包含内容目录以外的文件：" + target, "只能包含内容目录中的文件");
        } else if (!Files.exists(file)) {
            if (!attributes.containsKey("optional-option")) {
                run.error("E162", from, line, "包含的文件不存在：" + target, "核对文件名和所在目录");
            }
        } else {
            push(run, from, line, target, file, reader, attributes);
        }
    }

    private void push(
            AsciiDocRun run,
            Path from,
            int line,
            String target,
            Path file,
            PreprocessorReader reader,
            Map<String, Object> attributes) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(root.toRealPath())) {
                run.error("E161", from, line, "链接文件指向内容目录以外：" + target, "只能包含内容目录中的文件");
                return;
            }
            if (!Files.isRegularFile(real) || Files.size(real) > LARGEST) {
                run.error("E162", from, line, "不是文件或过大，不能包含：" + target, "");
                return;
            }
            Optional<String> text = new TextDecoder().decode(run.shown(file), Files.readAllBytes(real), problem -> {
                if (problem.isError()) {
                    run.error(
                            "E162",
                            from,
                            line,
                            "包含的文件“" + target + "”第" + problem.line() + "行读不出来：" + problem.message(),
                            problem.hint());
                } else {
                    run.tell(problem);
                }
            });
            if (text.isEmpty()) {
                return;
            }
            String part = AsciiDocMarks.prepare(IncludedFile.select(text.get(), attributes));
            reader.pushInclude(part, file.toString(), file.toString(), 1, attributes);
        } catch (IOException e) {
            run.error("E162", from, line, "包含的文件无法读取：" + target, "");
        }
    }
}

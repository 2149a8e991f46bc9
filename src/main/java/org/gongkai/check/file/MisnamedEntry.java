package org.gongkai.check.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;

/**
 * Recognizes files that were meant to be entries: a text with a header whose name has another ending, as Notepad gives
 * it, and documents of word processors.
 */
final class MisnamedEntry {

    static final String CODE = "W182";

    private static final Set<String> TEXTS =
            Set.of("", "txt", "text", "md~", "mkd", "mkdn", "mdwn", "mdx", "mdtext", "rmd");
    private static final Set<String> DOCUMENTS = Set.of("docx", "doc", "wps", "rtf", "odt");
    private static final List<CommonField> PROOF = List.of(CommonField.TITLE, CommonField.DATE);

    private final TextDecoder decoder = new TextDecoder();
    private final HeaderParser headers = new HeaderParser(new YamlReader());

    /** Returns the problem of such a file; empty if it is none. */
    Optional<Problem> problem(SourceFile file, SourceTree source) {
        if (DOCUMENTS.contains(file.ending())) {
            return Optional.of(Problem.warning(
                    "W256",
                    file.path(),
                    "没有条目用到这个文件，它自己也不会成为条目",
                    "作附件的，请写进条目的“附件”；要当条目发布的，请用 import 命令转成 .md；要留着就在文件名前加 _"));
        }
        if (!TEXTS.contains(file.ending()) || file.size() > TextDecoder.maxBytes()) {
            return Optional.empty();
        }
        return decoder.decode(source, file, problem -> {})
                .filter(this::hasHeader)
                .map(text -> Problem.warning(
                        CODE,
                        file.path(),
                        1,
                        1,
                        "这个文件有文件头，但结尾是“" + ending(file) + "”，不会成为条目",
                        "请把文件名改成“" + renamed(file.name()) + "”；在 Windows 里先打开“查看—文件扩展名”"));
    }

    private boolean hasHeader(String text) {
        return headers.parse("", "md", text, problem -> {})
                .filter(header -> header.fields().fields().stream()
                        .map(Value.Field::key)
                        .anyMatch(key -> CommonField.named(key.text())
                                .filter(PROOF::contains)
                                .isPresent()))
                .isPresent();
    }

    private static String ending(SourceFile file) {
        String name = file.name();
        String renamed = renamed(name);
        return name.startsWith(renamed) ? name.substring(renamed.lastIndexOf('.')) : "." + file.ending();
    }

    /** The name without the ending that Notepad added, or with another one. */
    private static String renamed(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        boolean isEntry = stem.lastIndexOf('.') > 0
                && EntryFormat.ofEnding(stem.substring(stem.lastIndexOf('.') + 1))
                        .isPresent();
        return isEntry ? stem : stem + ".md";
    }
}

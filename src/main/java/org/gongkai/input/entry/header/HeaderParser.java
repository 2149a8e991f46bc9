package org.gongkai.input.entry.header;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.data.NormalizedText;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.problem.Problem;
import org.gongkai.text.Characters;

/** Detects the syntax of a header and parses it. */
public record HeaderParser(YamlReader yaml) {

    /** Maximum number of lines of a header; a longer one lacks its end mark. */
    static final int MAX_LINES = 2_000;

    private static final String JBAKE_END = "~~~~~~";

    /** Returns true if a file extension denotes AsciiDoc. */
    public static boolean isAsciiDoc(String ending) {
        return EntryFormat.ASCIIDOC.has(ending);
    }

    /**
     * Parses the header of a file.
     *
     * @param path the path of the file, for problems
     * @param ending its extension in lower case
     * @param text its content
     * @return the header; empty if there is none that can be parsed, in which case a problem has been reported
     */
    public Optional<Header> parse(String path, String ending, String text, Consumer<Problem> problems) {
        if (isMark(firstLine(text), "---")) {
            return yaml(path, text, problems);
        }
        int end = jbakeEnd(text);
        if (end > 0) {
            return Optional.of(new KeyValueHeader(path, problems).parse(lines(text, end), end + 1));
        }
        if (isAsciiDoc(ending)) {
            Optional<Header> header = new AsciiDocHeader(path, problems).parse(text);
            if (header.isPresent()) {
                return header;
            }
        }
        problems.accept(Problem.error("E100", path, "没有文件头", "第一行写 ---，接着写标题、发布日期等字段，再用一行 --- 结束"));
        return Optional.empty();
    }

    private Optional<Header> yaml(String path, String text, Consumer<Problem> problems) {
        int start = text.indexOf('\n') + 1;
        int line = 2;
        int at = start;
        while (start > 0 && at < text.length() && line <= MAX_LINES) {
            int end = text.indexOf('\n', at);
            String content = text.substring(at, end < 0 ? text.length() : end);
            if (isMark(content, "---") || isMark(content, "...")) {
                Value value =
                        yaml.read(path, text.substring(start, at), 2, problems).orElse(null);
                if (value instanceof Value.Fields fields) {
                    return Optional.of(new Header(Header.Form.YAML, fields, line + 1));
                }
                if (value != null || text.substring(start, at).isBlank()) {
                    boolean colon =
                            value instanceof Value.Text words && words.text().matches("(?s).*[：:].*");
                    problems.accept(Problem.error(
                            "E101",
                            path,
                            2,
                            1,
                            "文件头里没有“名称: 值”",
                            colon ? "字段名后面要有英文冒号和一个空格，如“标题: 关于……的通知”" : "至少写标题和发布日期两个字段"));
                }
                return Optional.empty();
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
            line++;
        }
        boolean later = line > MAX_LINES
                && text.substring(at).lines().anyMatch(content -> isMark(content, "---") || isMark(content, "..."));
        problems.accept(
                later
                        ? tooLong(path, "如果后面的 --- 不是文件头的结尾，请在最后一个字段的下一行写 ---")
                        : Problem.error("E100", path, "文件头没有结束", "在最后一个字段的下一行写 ---"));
        return Optional.empty();
    }

    static Problem tooLong(String path, String hint) {
        return Problem.error(
                "E410", path, MAX_LINES, 1, "文件头太长：超过 " + MAX_LINES + " 行", "最多 " + MAX_LINES + " 行；" + hint);
    }

    /** Returns true if a line consists of a mark and surrounding blanks or zero-width characters. */
    private static boolean isMark(String line, String mark) {
        return line.length() < 100
                && line.contains(mark)
                && !Character.isWhitespace(line.charAt(0))
                && NormalizedText.value(line).stripTrailing().equals(mark);
    }

    /**
     * Returns the markup of a file. Its header is removed, except an AsciiDoc header, in which full-width characters
     * are replaced by those that AsciiDoc requires.
     */
    public static String markup(String text, String ending, int bodyLine) {
        if (bodyLine == 1) {
            return isAsciiDoc(ending) ? AsciiDocHeader.plain(text) : text;
        }
        int at = 0;
        for (int line = 1; line < bodyLine && at < text.length(); line++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return text.substring(at);
    }

    /** The line, from 1, of the JBake end mark; 0 if the text before it is not a JBake header. */
    private static int jbakeEnd(String text) {
        if (!text.contains(JBAKE_END)) {
            return 0;
        }
        int line = 1;
        int at = 0;
        while (at < text.length() && line <= MAX_LINES) {
            int end = text.indexOf('\n', at);
            String content = text.substring(at, end < 0 ? text.length() : end).strip();
            if (isMark(content, JBAKE_END)) {
                return line;
            }
            if (content.startsWith("= ") || content.startsWith("#") || content.startsWith("```")) {
                return 0;
            }
            if (end < 0) {
                return 0;
            }
            at = end + 1;
            line++;
        }
        return 0;
    }

    private static List<String> lines(String text, int before) {
        return Arrays.asList(text.split("\n", before + 1)).subList(0, before - 1);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).stripTrailing();
    }

    /** Parses a JBake header of {@code key=value} lines; also accepts {@code 标题：值}. */
    private record KeyValueHeader(String path, Consumer<Problem> problems) {

        Header parse(List<String> lines, int bodyLine) {
            FlatFields fields = new FlatFields(path, problems);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (NormalizedText.value(line).isBlank() || !fields.fits(i + 1, line)) {
                    continue;
                }
                int equals = equals(line);
                if (equals <= 0) {
                    problems.accept(Problem.error(
                            "E101", path, i + 1, 1, "文件头的这一行不是“名称=值”：" + line.strip(), "每行写一个“名称=值”，最后用 ~~~~~~ 结束"));
                    continue;
                }
                int start = skipBlanks(line, equals + 1);
                fields.add(
                        new Value.Text(NormalizedText.name(line.substring(0, equals)), i + 1, 1 + skipBlanks(line, 0)),
                        new Value.Text(
                                NormalizedText.value(line.substring(start)).strip(),
                                i + 1,
                                1 + (start == line.length() ? equals + 1 : start)));
            }
            return new Header(Header.Form.JBAKE, fields.all(), bodyLine);
        }

        /** The index of the first equals sign or full-width colon, which no name contains. */
        private static int equals(String line) {
            for (int i = 0; i < line.length(); i++) {
                if ("=＝：".indexOf(line.charAt(i)) >= 0) {
                    return i;
                }
            }
            return -1;
        }

        private static int skipBlanks(String line, int from) {
            return Characters.end(line, from, Characters::isIndent);
        }
    }
}

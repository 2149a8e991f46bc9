package org.gongkai.write.document.word.docx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Remark.Weight;

/** The fields that are open at a place of a text; they may span paragraphs and contain others. */
final class FieldStack {

    private final Deque<Open> open = new ArrayDeque<>();

    /** An open field; its result follows its code. */
    private static final class Open {
        private final StringBuilder code = new StringBuilder();
        private final StringBuilder result = new StringBuilder();
        private final String preset;
        private boolean inResult;

        private Open(String preset) {
            this.preset = preset;
        }
    }

    /**
     * A field begins.
     *
     * @param preset what it shows if it is part of a form; empty otherwise
     */
    void begin(String preset) {
        open.push(new Open(preset));
    }

    /** A part of the code of the innermost field. */
    void code(String text) {
        if (!open.isEmpty() && !open.peek().inResult) {
            open.peek().code.append(text);
        }
    }

    /** The result of the innermost field begins. */
    void separate() {
        if (!open.isEmpty()) {
            open.peek().inResult = true;
        }
    }

    /** Characters are shown within the open fields. */
    void shown(String text) {
        open.forEach(field -> field.result.append(text));
    }

    /** Ends the innermost field and returns the characters that it shows beside its result. */
    Optional<String> end(RemarkCollector remarks) {
        boolean wasShown = !isContents();
        Field field = end();
        if (field.isContents()) {
            remarks.leftOut(field.name().equals("TOC") ? "自动生成的目录没有导入" : "自动生成的索引没有导入");
            return Optional.empty();
        }
        if (!wasShown || !isShown() || field.isInvisible()) {
            return Optional.empty();
        }
        if (field.changesDaily()) {
            remarks.leftOut("这里的日期是域，每次打开都会变，导入的是" + RemarkCollector.quoted(field.result()) + "，请核对");
        }
        if (field.name().equals("EMBED")) {
            remarks.leftOut("嵌入的对象没有导入，请另存为图片或附件");
            return Optional.empty();
        }
        if (!field.result().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> computed = field.computed();
        if (computed.isEmpty() && !field.changesDaily() && field.address().isEmpty()) {
            remarks.count("没有结果的域{n}处没有导入，请对照原文补上", Weight.LEFT_OUT);
        }
        return computed;
    }

    private Field end() {
        if (open.isEmpty()) {
            return new Field("", "", "");
        }
        Open done = open.pop();
        return new Field(done.code.toString().strip(), done.result.toString(), done.preset);
    }

    /** Returns true if characters at this place are part of a result, not of a code, and not of a table of contents. */
    boolean isShown() {
        return open.stream().allMatch(field -> field.inResult) && !isContents();
    }

    /** Returns true inside a table of contents. */
    boolean isContents() {
        return open.stream().anyMatch(field -> new Field(field.code.toString(), "", "").isContents());
    }

    /** Reports a field that does not end, because the text behind its beginning may count as its code. */
    void finish(RemarkCollector remarks) {
        if (!open.isEmpty() && !isShown()) {
            remarks.leftOut("有一个域没有结束，它后面的文字可能没有导入，请对照原文");
        }
    }

    /** The address of the innermost field that is a link; empty for none. */
    String link() {
        return open.stream()
                .filter(field -> field.inResult)
                .map(field -> new Field(field.code.toString(), "", "").address())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * A field that has ended.
     *
     * @param code its code, such as {@code HYPERLINK "…"}
     * @param result the characters that it shows
     * @param preset what it shows if it is part of a form and has no result
     */
    record Field(String code, String result, String preset) {

        private static final Pattern WORD = Pattern.compile("\\s*([A-Za-z]+).*", Pattern.DOTALL);
        private static final Pattern ARGUMENT =
                Pattern.compile("\\s*[A-Za-z]+\\s+(?:\"([^\"]*)\"|([^\\s\\\\\"]\\S*)).*", Pattern.DOTALL);
        private static final Pattern SYMBOL_FONT = Pattern.compile("\\\\f\\s+\"?([^\"\\\\]+)\"?");
        private static final Pattern ENCLOSED =
                Pattern.compile("(?i).*\\\\o\\\\ac\\s*\\(\\s*([○〇□△◇◯])\\s*[,;，]\\s*([^)]*)\\).*", Pattern.DOTALL);

        private static final Pattern ANNOTATED = Pattern.compile(
                "(?i).*\\\\o\\\\a[a-z]*\\s*\\(\\s*\\\\s\\\\up\\s*\\d+\\s*\\(([^)]*)\\)\\s*[,;，]\\s*([^)]*)\\).*",
                Pattern.DOTALL);

        private static final Set<String> INVISIBLE =
                Set.of("XE TC TA RD SET ASK PRIVATE ADVANCE PAGE NUMPAGES SECTIONPAGES SHAPE".split(" "));

        private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

        /** The name of the field in capital letters. */
        String name() {
            Matcher word = WORD.matcher(code);
            return word.matches() ? word.group(1).toUpperCase(Locale.ROOT) : "";
        }

        boolean isContents() {
            return name().equals("TOC") || name().equals("INDEX");
        }

        /** Returns true if the office program puts in today's date or time whenever it opens the document. */
        boolean changesDaily() {
            return switch (name()) {
                case "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE" -> true;
                default -> false;
            };
        }

        /** Returns true if it shows nothing at its place, such as a mark for an index. */
        boolean isInvisible() {
            return name().isEmpty() || INVISIBLE.contains(name());
        }

        /** The address that it leads to; empty if it is no link to one. */
        String address() {
            boolean isPlace = code.strip().matches("(?s)\\S+\\s+\\\\l.*");
            return name().equals("HYPERLINK") && !isPlace ? argument() : "";
        }

        /** What it shows although it has no result; empty if that cannot be known. */
        Optional<String> computed() {
            return switch (name()) {
                case "FORMTEXT" -> Optional.of(preset);
                case "FORMCHECKBOX", "FORMDROPDOWN" -> Optional.of(preset).filter(shown -> !shown.isEmpty());
                case "SYMBOL" -> symbol();
                case "EQ" -> formula();
                default -> Optional.empty();
            };
        }

        private String argument() {
            Matcher argument = ARGUMENT.matcher(code);
            return !argument.matches() ? "" : argument.group(1) == null ? argument.group(2) : argument.group(1);
        }

        private Optional<String> symbol() {
            Matcher font = SYMBOL_FONT.matcher(code);
            String number = argument();
            if (!number.matches("(0[xX][0-9A-Fa-f]{1,4}|[0-9]{1,5})")) {
                return Optional.empty();
            }
            int point = Integer.decode(number.matches("0[0-9]+") ? number.replaceFirst("^0+(?=.)", "") : number);
            String name = font.find() ? font.group(1).strip() : "";
            return SymbolFonts.is(name)
                    ? SymbolFonts.character(name, point)
                    : Optional.of(Character.toString(point)).filter(text -> point >= 0x20 && point < 0xD800);
        }

        /** A character in a circle or with its pronunciation, which Chinese office programs write as a formula. */
        private Optional<String> formula() {
            Matcher annotated = ANNOTATED.matcher(code);
            if (annotated.matches()) {
                return Optional.of(
                        annotated.group(2).strip() + "（" + annotated.group(1).strip() + "）");
            }
            Matcher enclosed = ENCLOSED.matcher(code);
            if (!enclosed.matches()) {
                return Optional.empty();
            }
            String inner = enclosed.group(2).strip();
            if ("○〇◯".contains(enclosed.group(1)) && inner.matches("[1-9]|1[0-9]|20")) {
                return Optional.of(CIRCLED.substring(Integer.parseInt(inner) - 1, Integer.parseInt(inner)));
            }
            return Optional.of(enclosed.group(1) + inner);
        }
    }
}
